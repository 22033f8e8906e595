/* status: 1 */
/* A member of the structure points to memory of the worker. */
#include <stdlib.h>

struct list {
    int count;
    double *value;
};

static struct list make(const double *x, int i)
{
    struct list list = {1, malloc(sizeof *list.value)};
    if (list.value)
        *list.value = x[i];
    return list;
}

struct list f(const double *x, int n)
{
    struct list none = {0, 0};
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (x[i] > 1)
            return make(x, i);
    return none;
}
