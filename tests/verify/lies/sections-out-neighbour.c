/* finds: 'a' */
/* out(a[i]) is said, and the call writes the element behind it, too. */
#include <stdio.h>

void fill(double *p, int k);

static double a[301];

int main(void)
{
#pragma ppar for out(a[i])
    for (int i = 0; i < 300; i++)
        fill(&a[i], i);
    printf("%g\n", a[300]);
    return 0;
}
