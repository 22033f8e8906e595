/* verdict: guarded */
/* A list behind a pointer, which may be none; a counter that may lie in the array. */
#include "show.h"

#include <stdlib.h>

struct list {
    int count;
    int *data;
};

static int x[100], taken;

static void collect(struct list *list, int least)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (x[i] >= least) {
            list->data[list->count++] = x[i];
            taken++;
        }
}

static void count(int *out, int *n)
{
#pragma ppar for
    for (int i = 0; i < 20; i++)
        if (i % 3 == 0)
            out[(*n)++] = i;
}

int main(void)
{
    struct list list = {.data = malloc(300 * sizeof(int))};
    int out[60], n = 1;

    FILL(x, 100, (int)(fill_k * 37 % 50));
    FILL(out, 60, -1);
    if (!list.data)
        return 1;
    collect(NULL, 50);
    collect(&list, 30);
    collect(&list, 10);
    list.count += 3;
    FILL(list.data + list.count - 3, 3, -5);
    collect(&list, 45);
    count(out, &n);
    out[9] = 11;
    count(out, &out[9]);
    printf("%d %d %d\n", list.count, n, taken);
    SHOW("%d", list.data, list.count);
    SHOW("%d", out, 60);
    struct list in_place = {.count = 0, .data = x + 1};
    collect(&in_place, 20); /* x is looked at while it is written */
    SHOW("%d", x, 100);
    free(list.data);
    return 0;
}
