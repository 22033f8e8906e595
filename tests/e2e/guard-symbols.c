/* verdict: guarded */
/* Guards over run-time values, at values where they hold and where they do not. */
#include <limits.h>
#include <stdio.h>

enum { N = 60 };

static double a[3 * N];
static double m[N][N];

static void set_up(void)
{
    for (int k = 0; k < 3 * N; k++)
        a[k] = k % 7;
    for (int k = 0; k < N * N; k++)
        m[k / N][k % N] = k % 11;
}

static void show(const char *what, int value)
{
    double sum = 0;
    for (int k = 0; k < 3 * N; k++)
        sum = sum * 0.75 + a[k];
    for (int k = 0; k < N * N; k++)
        sum = sum * 0.999 + m[k / N][k % N];
    printf("%s %d %a\n", what, value, sum);
}

static void offset(double *p, int n, int distance)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        p[i + distance] = p[i] + 1;
}

static void offset_long(double *p, long n, long distance)
{
#pragma ppar for
    for (long i = n - 1; i >= 0; i--)
        p[i] = p[i - distance] * 2;
}

static void stride(double *p, int n, int distance)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        p[2 * i + distance] = p[2 * i] + 3;
}

static void pivot(int k)
{
#pragma ppar for
    for (int i = k + 1; i < N; i++)
        for (int j = k; j < N; j++)
            m[i][j] -= m[i][k] / 8 * m[k][j];
}

static void one_row(int k)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            m[i][j] += m[k][j];
}

static void flagged(int n, int both, int also)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = a[i - 1 + (both > 0 && also > 0)] + 1;
}

int main(void)
{
    for (int distance = -N; distance <= N; distance += distance == -2 || distance == 2 ? 1 : 3) {
        set_up();
        offset(a + N, N, distance);
        show("offset", distance);
        set_up();
        offset_long(a + N, N, distance);
        show("offset_long", distance);
        set_up();
        stride(a + N, N / 2, distance);
        show("stride", distance);
    }
    offset(a, 0, INT_MAX);
    offset(a, -1, INT_MIN);
    for (int k = 0; k < N; k += 7) {
        set_up();
        pivot(k);
        one_row(k);
        show("rows", k);
    }
    set_up();
    one_row(N - 1);
    show("rows", N - 1);
    for (int k = 0; k < 4; k++) {
        set_up();
        flagged(N, k % 2, k / 2);
        show("flagged", k);
    }
    return 0;
}
