/* status: 1 */
/* What a recursive call does is known of all its depths together. */
#include <stdlib.h>

double *block[100], result[100];
int *kept;

static int release(double *memory, int n)
{
    if (n > 0)
        return release(memory, n - 1);
    free(memory);
    return 0;
}

static int keep_behind(int **place, int n)
{
    if (n > 0)
        return keep_behind(place, n - 1);
    *place = malloc(sizeof **place);
    return 0;
}

static int keep(int n)
{
    if (n > 0)
        return keep(n - 1);
    kept = malloc(sizeof *kept);
    return 0;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = release(block[i], i);
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = keep_behind(&kept, i);
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = keep(i);
}
