/* status: 1 */
/* Rows are one element wider than their pitch. */
void f(int *a, int h, int w)
{
#pragma ppar for
    for (int y = 0; y < h; y++)
        for (int x = 0; x <= w; x++)
            a[y * w + x] = 2 * a[y * w + x] + y;
}
