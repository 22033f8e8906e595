/* Nothing says that x stays below the pitch. */
void f(int *a, int h, int w, int m)
{
#pragma ppar for
    for (int y = 0; y < h; y++)
        for (int x = 0; x < m; x++)
            a[y * w + x] = 2 * a[y * w + x] + y;
}
