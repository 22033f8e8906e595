/* finds: 'sum' */
/* out(sum) is said, and the call reads it before it writes it. */
#include <stdio.h>

void add(double *sum, double x);

static double sum, x[200];

int main(void)
{
    for (int i = 0; i < 200; i++)
        x[i] = i;
#pragma ppar for in(x[i])out(sum)
    for (int i = 0; i < 200; i++)
        add(&sum, x[i]);
    printf("%g\n", sum);
    return 0;
}
