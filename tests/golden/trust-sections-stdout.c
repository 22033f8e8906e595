/* The call prints to stdout, which is told to it. */
#include <stdio.h>
void show(FILE *file, int value);
int a[100];

void f(void)
{
#pragma ppar for in(a[i])
    for (int i = 0; i < 100; i++)
        show(stdout, a[i]);
}
