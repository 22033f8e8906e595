/* verdict: guarded */
/* Subscripts in unsigned types, which wrap round for some sizes. */
#include <stddef.h>
#include <stdio.h>

enum { N = 2000 };

static double a[N], b[N];

static void set_up(void)
{
    for (int k = 0; k < N; k++) {
        a[k] = k % 17;
        b[k] = k % 23;
    }
}

static void show(const char *what)
{
    double sum = 0;
    for (int k = 0; k < N; k++)
        sum = sum * 0.9 + a[k];
    printf("%s %a\n", what, sum);
}

static void rows(double *p, size_t h, size_t w)
{
#pragma ppar for
    for (size_t y = 0; y < h; y++)
        for (size_t x = 0; x < w; x++)
            p[y * w + x] = 2 * p[y * w + x] + (double)y;
}

static void pairs(double *restrict p, const double *restrict q, size_t n)
{
#pragma ppar for
    for (size_t i = 0; i < n; i++)
        p[2 * i + 1] += q[3 * i] + p[2 * i + 1];
}

/* back + i wraps round to elements before p when back is (unsigned)-1. */
static void shifted(double *p, unsigned n, unsigned back)
{
#pragma ppar for
    for (unsigned i = 1; i < n; i++)
        p[i] = p[(i + back) % 1024u] + 1;
}

int main(void)
{
    set_up();
    rows(a, 40, 50);
    rows(a, 0, (size_t)-1);
    rows(a, 1, 3);
    show("rows");
    pairs(a, b, 600);
    show("pairs");
    shifted(a, 100, 100);
    show("shifted");
    shifted(a, 100, (unsigned)-1);
    show("shifted back");
    return 0;
}
