/* The attribute says how many elements there are; no pragma is needed. */
#include <stdlib.h>

#define __counted_by(n) __attribute__((counted_by(n)))

struct vector {
    int n;
    double *value __attribute__((__counted_by__(n)));
    int *mark __counted_by(n);
};

static struct vector made[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        made[i].n = i % 5;
        made[i].value = malloc(sizeof(double) * (size_t)(i % 5));
        made[i].mark = calloc((size_t)(i % 5), sizeof(int));
        for (int k = 0; k < i % 5; k++)
            made[i].value[k] = i + k;
    }
}
