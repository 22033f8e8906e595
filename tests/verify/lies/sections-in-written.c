/* finds: 'table' */
/* in(table) is said, and the call writes there. */
#include <stdio.h>

double look(double *table, int k);

static double table[8], result[300];

int main(void)
{
#pragma ppar for in(table)
    for (int i = 0; i < 300; i++)
        result[i] = look(table, i);
    printf("%g\n", result[299]);
    return 0;
}
