/* status: 1 */
/* flags: --analysis-limit=0.000001 */
/* Hardly any time for the analysis, and a loop that needs some. */
#define POINT(y, x) grid[((y) * width + (x)) * 4]

void f(int height, int width, int from, int to, double *grid)
{
#pragma ppar for
    for (int y = 1; y < height - 1; y++)
        for (int x = 1; x < width - 1; x++)
            for (int k = from; k < to; k++)
                POINT(y, x + k) += POINT(y - 1, x) + POINT(y + 1, x) + POINT(y, x - 1) +
                                   POINT(y, x + 1) + POINT(y - k, x + k) + POINT(y + k, x - k) +
                                   POINT(y - k, x - 2) + POINT(y + k, x + 2) + POINT(k, x);
}
