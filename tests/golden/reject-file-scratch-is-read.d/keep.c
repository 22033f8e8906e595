#include <stdio.h>
static const double *kept;

void keep(const double *p)
{
    kept = p;
}

void show(void)
{
    printf("%g\n", kept[0]);
}
