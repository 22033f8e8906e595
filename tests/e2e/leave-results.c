/* What the iterations up to the last one leave: values, elements, sums, lists, lines. */
#include <stdio.h>
#include <stdlib.h>
#include <math.h>

enum { N = 400 };

static double work(int i)
{
    double x = i;
    for (int k = 0; k < 2000; k++)
        x = x * 0.999 + sin(x);
    return x;
}

static void last_values(int stop)
{
    int i, kept = -7, before = 0;
    double last = 0, x[N];
    for (i = 0; i < N; i++)
        x[i] = -1;
#pragma ppar for
    for (i = 0; i < N; i++) {
        last = work(i);
        if (i % 3 == 1)
            kept = i;
        before = 2 * i;
        x[i] = last;
        if (i == stop)
            break;
        if (i + 1 < N)
            x[i + 1] = 100 + i;
    }
    printf("last %d: %d %d %d %.17g", stop, i, kept, before, last);
    double sum = 0;
    for (int k = 0; k < N; k++)
        sum += x[k] * (k + 1);
    printf(" %.17g\n", sum);
}

static void sums(int stop)
{
    double s = 0.1, p = 1;
    int count = 0, best = -1;
    double m = -1e9;
    int found[N], n = 0;
    unsigned hist[7] = {0};
#pragma ppar for
    for (int i = 0; i < N; i++) {
        double v = work(i);
        s += v / 3;
        if (i % 2)
            continue;
        count++;
        hist[i % 7] += 3;
        p *= 1 + 1e-4 * v;
        if (v > m) {
            m = v;
            best = i;
        }
        if (i % 5 == 0)
            found[n++] = i;
        if (i >= stop)
            break;
        count += 2;
    }
    printf("sums %d: %.17g %.17g %d %.17g %d %d", stop, s, p, count, m, best, n);
    for (int k = 0; k < n; k++)
        printf(" %d", found[k]);
    for (int k = 0; k < 7; k++)
        printf(" %u", hist[k]);
    printf("\n");
}

static void prints(int stop)
{
#pragma ppar for schedule(dynamic)
    for (int i = 10; i > 10 - N; i -= 2) {
        printf("%d", i);
        if (10 - i >= stop) {
            printf(" end\n");
            break;
        }
        work(i);
        printf(" and on\n");
    }
}

int main(void)
{
    static const int stops[] = {0, 1, 2, 37, 120, N - 2, N - 1, N, 3 * N};
    for (int k = 0; k < 9; k++) {
        last_values(stops[k]);
        sums(stops[k]);
        prints(stops[k]);
    }
    return 0;
}
