/* parallel ::: a b ::: c d, itertools.product, expand.grid: all pairs, as one space of iterations.
 */
#include <math.h>
#include <stdio.h>

enum { ROWS = 12, COLUMNS = 9 };

int main(void)
{
    static double surface[ROWS][COLUMNS];
#pragma ppar for collapse(2)
    for (int a = 0; a < ROWS; a++)
        for (int b = 0; b < COLUMNS; b++)
            surface[a][b] = cos(0.3 * a) * sin(0.2 * b);
    for (int a = 0; a < ROWS; a += 3)
        for (int b = 0; b < COLUMNS; b += 4)
            printf("%d %d %.6f\n", a, b, surface[a][b]);
    return 0;
}
