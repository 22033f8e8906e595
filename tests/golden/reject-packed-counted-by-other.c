/* The attribute stands at another member. */
#include <stdlib.h>

struct vector {
    int n;
    double *value, *mark __attribute__((counted_by(n)));
};

static struct vector made[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        made[i].n = i % 5;
        made[i].value = malloc(sizeof(double) * (size_t)(i % 5));
    }
}
