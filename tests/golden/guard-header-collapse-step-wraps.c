/* One of two loops that make one space may wrap round. */
void f(unsigned h, unsigned w, unsigned s, double *a)
{
#pragma ppar for collapse(2)
    for (unsigned y = 0; y < h; y++)
        for (unsigned x = 0; x < w; x += s)
            a[y * w + x] = 0;
}
