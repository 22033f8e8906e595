/* Each row from its end. */
void f(int *a, int h, int w)
{
#pragma ppar for
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w / 2; x++) {
            int t = a[y * w + x];

            a[y * w + x] = a[y * w + (w - 1 - x)];
            a[y * w + (w - 1 - x)] = t;
        }
}
