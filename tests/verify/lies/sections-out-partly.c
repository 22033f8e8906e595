/* finds: 'last' */
/* out(last) is said, and each call writes one of its elements. */
#include <stdio.h>

void note(double *last, int k);

static double last[60];

int main(void)
{
#pragma ppar for out(last)
    for (int i = 0; i < 60; i++)
        note(last, i);
    double sum = 0;
    for (int k = 0; k < 60; k++)
        sum += last[k];
    printf("%g\n", sum);
    return 0;
}
