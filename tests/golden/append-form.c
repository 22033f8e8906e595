/* status: 1 */
/* What append clauses say has to be so. */
#include <stddef.h>

double x[100], out[100], rest[100];
struct list {
    size_t count;
    double *data;
};

int bounded(void)
{
    int n = 0;
#pragma ppar for append(out, n)
    for (int i = 0; i < 100; i++)
        if (x[i] > 0 && n < 50)
            out[n++] = x[i];
    return n;
}

int another(void)
{
    int n = 0, m = 0;
#pragma ppar for append(out, m), append(rest, n)
    for (int i = 0; i < 100; i++)
        if (x[i] > 0)
            out[n++] = x[i];
        else
            rest[m++] = x[i];
    return n;
}

void fine(struct list *restrict list)
{
    int n = 0;
#pragma ppar for append(out, n) append(list->data, list->count)
    for (int i = 0; i < 100; i++) {
        out[n++] = x[i];
        if (x[i] > 1)
            list->data[list->count++] = i;
    }
}
