/* status: 1 */
/* A record that owns memory and has no description is told one that might do. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct poly {
    int n;
    double *coef;
    char *name;
};

static struct poly made[100];

static struct poly make(int i)
{
    struct poly p = {.n = i % 7, .coef = malloc(8 * sizeof(double)), .name = strdup("poly")};
    return p;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        made[i] = make(i);
}
