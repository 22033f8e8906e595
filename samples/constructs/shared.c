/* multiprocessing.Array, numpy in shared memory, bigmemory: an array that is changed where it is.
 */
#include <stdio.h>

enum { N = 500 };
static double field[N][N];

int main(void)
{
    for (int y = 0; y < N; y++)
        for (int x = 0; x < N; x++)
            field[y][x] = x * y % 17;
#pragma ppar for
    for (int y = 0; y < N; y++)
        for (int x = 1; x < N; x++)
            field[y][x] += 0.5 * field[y][x - 1];
    printf("%.6f %.6f\n", field[3][N - 1], field[N - 1][N - 1]);
    return 0;
}
