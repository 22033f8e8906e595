/* The outermost loop that can; nothing inside of one that has a pragma; inner ones of those that
 * cannot. */
#include <math.h>
#include <stdio.h>

enum { N = 60 };
static double m[N][N], v[N], w[N];

static double series(double x, int n)
{
    double s = 0;
    for (int k = 1; k <= n; k++)
        s += sin(k * x) / k;
    return s;
}

int main(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            m[i][j] = series(0.01 * i * j, 100);

    for (int i = 1; i < N; i++)
        for (int j = 0; j < N; j++)
            m[i][j] += m[i - 1][j];

    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < N; i++)
            w[i] = v[i] + round;
        for (int i = 1; i < N; i++)
            v[i] = v[i - 1] + w[i];
    }

#pragma ppar for
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            m[i][j] += v[j];

    for (int i = 0; i < N; i++) {
        double s = 0;
#pragma ppar for reduction(+ : s)
        for (int j = 0; j < N; j++)
            s += m[i][j];
        w[i] = s;
    }

    int seen = 0;
    for (int i = 0; i < N; i++) {
        if (w[i] < 0)
            break;
        for (int j = 0; j < N; j++)
            v[j] += w[i];
        seen++;
    }
    while (seen > 40)
        seen--;
    printf("%.17g %.17g %d\n", m[N - 1][N - 2], v[5], seen);
    return 0;
}
