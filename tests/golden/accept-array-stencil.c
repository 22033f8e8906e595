/* status: 0 */
/* Two arrays, five points. */
double old[64][64], new[64][64];

void f(void)
{
#pragma ppar for
    for (int y = 1; y < 63; y++)
        for (int x = 1; x < 63; x++)
            new[y][x] = 0.25 * (old[y - 1][x] + old[y + 1][x] + old[y][x - 1] + old[y][x + 1]);
}
