/* A loop of one iteration: what printf leaves in errno is of no use to anybody. */
#include <stdio.h>

void f(int n)
{
#pragma ppar for
    for (int i = n - 1; i < n; i++)
        printf("%d\n", i);
}
