/* flags: -O1 -lm */
/* The fast Fourier transform of 2^m complex numbers: the butterflies of each stage in parallel. */
#include <complex.h>
#include <math.h>
#include <stdio.h>

enum { LOG = 8, N = 1 << LOG };

static unsigned reversed(unsigned k)
{
    unsigned r = 0;
    for (int bit = 0; bit < LOG; bit++)
        r |= (k >> bit & 1) << (LOG - 1 - bit);
    return r;
}

/* Stockham's way, between two arrays: stage by stage, each butterfly has places of its own. */
static void transform(double complex *x, double complex *y)
{
    int half = N / 2, stride = 1;
    for (int stage = 0; stage < LOG; stage++) {
#pragma ppar for
        for (int p = 0; p < half; p++) {
            double complex w = cexp(-2 * acos(-1) * I * p / (2 * half));
            for (int q = 0; q < stride; q++) {
                double complex a = x[q + stride * p], b = x[q + stride * (p + half)];
                y[q + stride * 2 * p] = a + b;
                y[q + stride * (2 * p + 1)] = (a - b) * w;
            }
        }
        half /= 2;
        stride *= 2;
        double complex *t = x;
        x = y;
        y = t;
    }
}

/* In place, after the bits of the subscripts are reversed: blocks of 2 * half, halves that pair. */
static void transform_in_place(double complex x[N])
{
    static double complex copy[N];
#pragma ppar for
    for (int k = 0; k < N; k++)
        copy[k] = x[reversed(k)];
#pragma ppar for
    for (int k = 0; k < N; k++)
        x[k] = copy[k];
    for (int half = 1; half < N; half *= 2) {
#pragma ppar for
        for (int block = 0; block < N; block += 2 * half)
            for (int k = 0; k < half; k++) {
                double complex w = cexp(-acos(-1) * I * k / half);
                double complex even = x[block + k], odd = w * x[block + k + half];
                x[block + k] = even + odd;
                x[block + k + half] = even - odd;
            }
    }
}

int main(void)
{
    static double complex a[N], b[N], c[N];
    for (int k = 0; k < N; k++)
        a[k] = c[k] = sin(k * 0.3) + I * (k % 7);
    transform(a, b);
    transform_in_place(c);
    for (int k = 0; k < N; k++)
        printf("%a %a %a %a\n", creal(LOG % 2 ? b[k] : a[k]), cimag(LOG % 2 ? b[k] : a[k]),
               creal(c[k]), cimag(c[k]));
    return 0;
}
