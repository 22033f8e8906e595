/* status: 0 */
/* A parameter with its dimensions. */
void f(int h, int w, double m[h][w])
{
#pragma ppar for
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++)
            m[y][x] += 1.0;
}
