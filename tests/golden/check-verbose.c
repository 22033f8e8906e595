/* flags: -v */
/* What one iteration sends home, and what it has without. */
#include <stdio.h>

enum { N = 100 };
static double table[10000000], a[N], b[N];

void rows(int n, int width, double *restrict out, const double *restrict in)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < width; j++)
            out[i * width + j] = in[i] + table[j];
}

void collect(void)
{
    double sum = 0;
    int last = 0, found = 0, kept[N];
#pragma ppar for
    for (int i = 0; i < N; i++) {
        a[i] = b[i];
        sum += b[i];
        last = i;
        if (b[i] > 3)
            kept[found++] = i;
    }
    printf("%g %d %d %d\n", sum, last, found, kept[0]);
}

void print(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        printf("%g\n", a[i]);
}
