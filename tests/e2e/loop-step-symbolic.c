/* Steps that only the run knows: blocks, halves of blocks, neighbours, results of one place. */
#include <stdio.h>

enum { N = 240 };

static double a[2 * N], b[2 * N];
static int last;

static void scale_blocks(double *p, int n, int size)
{
#pragma ppar for
    for (int start = 0; start < n; start += size)
        for (int k = 0; k < size; k++)
            p[start + k] = 2 * p[start + k] + start;
}

static void butterflies(double *p, int n, int half)
{
#pragma ppar for
    for (int block = 0; block < n; block += 2 * half)
        for (int k = 0; k < half; k++) {
            double even = p[block + k], odd = p[block + k + half];
            p[block + k] = even + odd;
            p[block + k + half] = even - odd;
        }
}

static void neighbours(double *p, int n, int step)
{
#pragma ppar for schedule(dynamic, 1)
    for (int i = 3; i < n; i += step)
        p[i + 1] = p[i] + 1;
}

static int starts(double *restrict p, const double *restrict q, int n, int step)
{
    int i;
#pragma ppar for schedule(dynamic, 2)
    for (i = 1; i <= n; i = i + step) {
        p[i] = q[i] + step;
        last = i;
    }
    return i;
}

int main(void)
{
    for (int k = 0; k < 2 * N; k++)
        a[k] = b[k] = k % 19;
    for (int size = 1; size < 30; size += 4)
        scale_blocks(a, N, size);
    for (int half = 1; half < N / 2; half *= 2)
        butterflies(b, N / 16 * 16, half);
    for (int step = 1; step < 9; step++) {
        neighbours(a, N, step);
        printf("%d ", starts(b, a, N, step * 7));
        printf("%d\n", last);
    }
    scale_blocks(a, 0, 5);
    for (int k = 0; k < 2 * N; k++)
        printf("%a %a\n", a[k], b[k]);
    return 0;
}
