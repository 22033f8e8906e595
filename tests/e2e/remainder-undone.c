/* verdict: proven */
/* A counter that is taken apart into row and column, and put together again. */
#include <stddef.h>
#include <stdio.h>

enum { N = 6000 };

static double a[N];
static long signs[N];

static void image(double *restrict p, int w, int h)
{
#pragma ppar for
    for (int i = 0; i < w * h; i++) {
        int y = i / w, x = i % w;
        p[y * w + x] = 2 * p[y * w + x] + y - x;
    }
}

static void image_of_sizes(double *restrict p, size_t w, size_t n)
{
#pragma ppar for
    for (size_t i = 0; i < n; i++) {
        size_t x = i % w, y = i / w;
        p[x + w * y] += p[x + y * w] + (double)x;
    }
}

/* Below 0, C rounds to 0; it is the counter all the same. */
static void below_zero(long *restrict p, int n, int w)
{
#pragma ppar for
    for (int i = -n; i < n; i++)
        p[i / w * w + i % w + 3000] = 3 * p[i / w * w + i % w + 3000] + i / w;
}

int main(void)
{
    for (int k = 0; k < N; k++) {
        a[k] = k % 13;
        signs[k] = k % 7;
    }
    image(a, 60, 90);
    image(a, 7, 9);
    image(a, 0, 9);
    image_of_sizes(a, 77, N);
    image_of_sizes(a, 10000, N);
    below_zero(signs, 2999, 10);
    below_zero(signs, 2999, -7);
    double sum = 0;
    long total = 0;
    for (int k = 0; k < N; k++) {
        sum = sum * 0.9 + a[k];
        total = (total * 31 + signs[k]) % 1000003;
    }
    printf("%a %ld\n", sum, total);
    return 0;
}
