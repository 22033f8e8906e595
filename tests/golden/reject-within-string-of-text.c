/* status: 1 */
/* The program prints the text of the expression. */
#include <stdio.h>

#define TRACE(e) ((e) ? printf("%s\n", #e) : 0)

int last;

void f(const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        TRACE(x[i] > 0 && (last = x[i]));
}
