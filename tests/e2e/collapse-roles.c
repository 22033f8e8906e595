/* flags: -O2 -lm */
/* What an iteration of two loops leaves: exact sums, maxima with their place, histograms, last
 * values, scratch, output, old values, recorded writes, results under conditions. */
#include "show.h"

#include <math.h>

static double a[23][31], b[23][31];
static int histogram[10], owner[40], label[23 * 31];

static void sums(int n, int m)
{
    double sum = 0.1, least = 1e9;
    int i, j, at_i = -1, at_j = -1, last = -1;
    long count = 0;
#pragma ppar for collapse(2)
    for (i = 0; i < n; i++)
        for (j = 0; j < m; j++)
            sum += sqrt(a[i][j]) / 3;
    printf("%a\n", sum);
#pragma ppar for collapse(2)
    for (i = n - 1; i >= 0; i--)
        for (j = 0; j < m; j++)
            if (a[i][j] < least) {
                least = a[i][j];
                at_i = i;
                at_j = j;
            }
    printf("%a %d %d\n", least, at_i, at_j);
#pragma ppar for collapse(2)
    for (i = 0; i < n; i++)
        for (j = m - 1; j >= 0; j--) {
            histogram[(int)a[i][j] % 10]++;
            count += i * j;
            last = 100 * i + j;
        }
    SHOW("%d", histogram, 10);
    printf("%ld %d\n", count, last);
}

static void places(int n, int m)
{
    double t[3];
#pragma ppar for collapse(2)
    for (int i = 1; i < n - 1; i++)
        for (int j = 1; j < m - 1; j++) {
            t[0] = a[i - 1][j];
            t[1] = a[i + 1][j];
            t[2] = a[i][j - 1] + a[i][j + 1];
            b[i][j] = (t[0] + t[1] + t[2]) / 4;
        }
    SHOW("%.17g", &b[0][0], 23 * 31);
#pragma ppar for collapse(2)
    for (int i = 0; i < 22; i++)
        for (int j = 0; j < 30; j++)
            a[i][j] = a[i][j + 1] + a[i + 1][j];
    SHOW("%.17g", &a[0][0], 23 * 31);
#pragma ppar for collapse(2)
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++)
            owner[(i * j) % 40] = i + j;
    SHOW("%d", owner, 40);
#pragma ppar for collapse(2)
    for (int i = n - 1; i >= 0; i--)
        for (int j = m - 1; j >= 0; j--)
            owner[(int)b[i][j] % 40] = i - j;
    SHOW("%d", owner, 40);
#pragma ppar for collapse(2)
    for (int i = 0; i < 23; i++)
        for (int j = 0; j < 31; j++)
            if (i * m % 4 < j % 3)
                b[i][j] = -b[i][j];
            else if (a[i][j] > 1000)
                b[i][j] = 7;
    SHOW("%.17g", &b[0][0], 23 * 31);
}

static void linear(int *p, int h, int w)
{
#pragma ppar for collapse(2)
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++)
            p[y * w + x] = 2 * p[y * w + x] + x - y;
#pragma ppar for collapse(2) schedule(dynamic, 5)
    for (int y = h - 1; y >= 0; y--)
        for (int x = w - 1; x >= 0; x--)
            p[y * w + x] += y * x;
#pragma ppar for collapse(2)
    for (int y = 0; y < h; y += 2)
        for (int x = 1; x < w; x += 2)
            p[y * w + x] = 0;
}

int main(void)
{
    for (int i = 0; i < 23; i++)
        for (int j = 0; j < 31; j++)
            a[i][j] = (i * 37 + j * 11) % 101 + 0.25;
    sums(23, 31);
    sums(0, 31);
    sums(23, 0);
    places(23, 31);
    linear(label, 23, 31);
    linear(label, 5, 3);
    linear(label, 0, 3);
    SHOW("%d", label, 23 * 31);
#pragma ppar for collapse(2)
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 5; j++)
            printf("%d %d\n", i, j);
    return 0;
}
