/* finds: 'm' */
/* inout of a row is said, and the call reads the row before it. */
#include <stdio.h>

void relax(double *row, int w);

static double m[100][16];

int main(void)
{
    m[0][3] = 1;
#pragma ppar for inout(m[i] [0:16])
    for (int i = 1; i < 100; i++)
        relax(m[i], 16);
    printf("%g\n", m[99][3]);
    return 0;
}
