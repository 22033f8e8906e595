/* finds: 'result' */
/* finds: 'table' */
/* in(table[0 : 8]) is declared, and the function writes there. */
#include <stdio.h>

#pragma ppar effects(in(table [0:8]))
double look(double *table, int k);

static double table[8], result[300];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 300; i++)
        result[i] = look(table, i);
    printf("%g\n", result[299]);
    return 0;
}
