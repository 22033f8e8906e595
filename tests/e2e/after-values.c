/* verdict: proven */
/* Variables that every iteration overwrites, strings, records, sums and the best so far have the
 * serial program's value behind each iteration. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef _PPAR
#define BEHIND(e)
#else
#define BEHIND(e) e
#endif

enum { N = 120 };

static double work(int i)
{
    double sum = 0;
    for (int k = 1; k < 300; k++)
        sum += sin(i * k) / k;
    return sum;
}

struct point {
    double x, y;
    int seen;
};

static int out[N], found;

int main(void)
{
    double t, all = 0, best = -1;
    int where = -1, odd = 0;
    char name[32];
    struct point p = {0, 0, 0};
#pragma ppar for after(printf("%d %s %.17g %.17g\n", i, name, t, p.x * p.y + p.seen++))
    for (int i = 0; i < N; i++) {
        t = work(i);
        snprintf(name, sizeof name, "%d of %d", i * i, N);
        if (i % 4 == 0)
            p.x = t + 1;
        p.y = 2 * t;
        BEHIND(printf("%d %s %.17g %.17g\n", i, name, t, p.x * p.y + p.seen++));
    }
#pragma ppar for after(printf("%d %.17g %d\n", i, all, odd))
    for (int i = 0; i < N; i++) {
        all += work(i);
        if (i % 3)
            odd++;
        BEHIND(printf("%d %.17g %d\n", i, all, odd));
    }
#pragma ppar for after(printf("%d best %.17g at %d\n", i, best, where))
    for (int i = 0; i < N; i++) {
        double v = work(7 * i % N);
        if (v > best) {
            best = v;
            where = i;
        }
        BEHIND(printf("%d best %.17g at %d\n", i, best, where));
    }
#pragma ppar for after(printf("%d: %d, %d\n", i, found, found ? out[found - 1] : -1))
    for (int i = 0; i < N; i++) {
        if (work(i) > 0.5)
            out[found++] = i;
        BEHIND(printf("%d: %d, %d\n", i, found, found ? out[found - 1] : -1));
    }
    printf("%.17g %.17g %d %d %d %s\n", t, all, odd, where, found, name);
    return 0;
}
