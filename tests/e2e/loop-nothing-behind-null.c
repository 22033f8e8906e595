/* A loop without trips does not follow its pointers, which point nowhere. */
#include <stdio.h>

struct table {
    int *entry;
    double sum;
};

static void fill(struct table *t, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        t->entry[i] = i * i;
}

static void add(struct table *t, const double *x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        t->sum += x[i];
}

int main(void)
{
    int entries[10] = {0};
    double x[10] = {1, 2, 3};
    struct table t = {entries, 0};
    fill(NULL, 0);
    add(NULL, NULL, -3);
    fill(&t, 10);
    add(&t, x, 10);
    printf("%d %g\n", entries[9], t.sum);
    return 0;
}
