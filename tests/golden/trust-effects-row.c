/* Rows that a function of another file fills. */
#pragma ppar effects(in(src[0 : n]) out(dst[0 : n]))
void blur(double *dst, const double *src, int n);
double m[100][50], v[50];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        blur(m[i], v, 50);
    }
}
