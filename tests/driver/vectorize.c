/* Loops that compilers vectorize, each on lines of its own: see vectorize.sh. */
#include <math.h>
#include <stddef.h>

enum { N = 100000, W = 512 };

float a[N], b[N], c[N];
double x[N], y[N], grid[W][W], next[W][W];
int counts[N], keys[N];
unsigned char image[W][W], dim[W][W];
struct points {
    float *x, *y, *length;
};

void add(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        c[i] = a[i] + 2 * b[i];
}

void scale(double *restrict to, const double *restrict from, size_t n, double factor)
{
#pragma ppar for
    for (size_t i = 0; i < n; i++)
        to[i] = factor * from[i];
}

void update(float *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        v[i] = v[i] * 0.5f + 1;
}

void overlapping(double *to, const double *from, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        to[i] = from[i] * from[i];
}

int sum_of_integers(int n)
{
    int sum = 0;
#pragma ppar for
    for (int i = 0; i < n; i++)
        sum += counts[i] & keys[i];
    return sum;
}

int greatest(int n)
{
    int most = -1;
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (counts[i] > most)
            most = counts[i];
    return most;
}

static long total;

long sum_into_static(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        total += keys[i];
    return total;
}

void stencil(void)
{
#pragma ppar for
    for (int r = 1; r < W - 1; r++)
        for (int k = 1; k < W - 1; k++)
            next[r][k] = 0.25 * (grid[r - 1][k] + grid[r + 1][k] + grid[r][k - 1] + grid[r][k + 1]);
}

void darken(void)
{
#pragma ppar for collapse(2)
    for (int r = 0; r < W; r++)
        for (int k = 0; k < W; k++)
            dim[r][k] = image[r][k] / 2;
}

void lengths(struct points p, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        p.length[i] = p.x[i] * p.x[i] + p.y[i] * p.y[i];
}

void roots(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        y[i] = sqrt(fabs(x[i]));
}

void matrix_vector(double (*m)[W], const double *v, double *restrict result)
{
#pragma ppar for
    for (int r = 0; r < W; r++) {
        double sum = 0;
        for (int k = 0; k < W; k++)
            sum += m[r][k] * v[k];
        result[r] = sum;
    }
}
