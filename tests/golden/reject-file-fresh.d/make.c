#include <stdlib.h>
static double *kept;

double *make(int n)
{
    kept = malloc(sizeof(double) * (unsigned)n);
    return kept;
}

double peek(int i)
{
    return kept[i];
}
