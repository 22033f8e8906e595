/* flags: -std=c89 -O1 -lm -Wall -Wextra -Werror -Wno-unknown-pragmas */
/* Old C: declarations first, no inner declarations in headers, returns without braces. */
#include <stdio.h>

static int first_above(double *x, int n, double most)
{
    int i;
#pragma ppar for
    for (i = 0; i < n; i++)
        if (x[i] > most)
            return i; else if (x[i] < 0)
            return -i;
    return n;
}

static void mark(double *x, int n, double most)
{
    int i;
#pragma ppar for
    for (i = 0; i < n; i++) {
        x[i] += 1;
        if (x[i] > most) return;
    }
}

int main(void)
{
    double x[50], sum;
    int i;
    for (i = 0; i < 50; i++)
        x[i] = i;
    sum = first_above(x, 50, 30.5) + 100.0 * first_above(x, 50, 99);
    mark(x, 50, 20);
    x[7] = -1;
    sum += 10000.0 * first_above(x, 50, 30.5);
    for (i = 0; i < 50; i++)
        sum += x[i];
    printf("%g\n", sum);
    return 0;
}
