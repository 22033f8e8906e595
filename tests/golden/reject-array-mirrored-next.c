/* status: 1 */
/* The mirrored element is one too far: that of x = 0 is in the next row. */
void f(int *a, int h, int w)
{
#pragma ppar for
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w / 2; x++)
            a[y * w + x] = a[y * w + (w - x)] + a[y * w - x];
}
