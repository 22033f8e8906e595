/* verdict: proven */
/* The best of something and where it was: ties, NaN, members, structs, several at once. */
#include <math.h>
#include <stdio.h>

enum { N = 500 };

struct point {
    double x, y;
    int id;
};

static double value[N];
static struct point points[N];
static struct {
    float least;
    short row, column;
    struct point at;
} found;

static double score(int i)
{
    return fabs(value[i]) * (i % 7);
}

static int most(const double *v, int n, double *best, double start)
{
    int where = -1;
    double high = start;
#pragma ppar for schedule(dynamic, 3)
    for (int i = 0; i < n; i++)
        if (v[i] > high) {
            high = v[i];
            where = i;
        }
    *best = high;
    return where;
}

int main(void)
{
    double best;
    for (int i = 0; i < N; i++) {
        value[i] = (i * 37 % 101) - 50;
        points[i] = (struct point){i, -i, i};
    }
    int where = most(value, N, &best, -INFINITY);
    printf("%d %a\n", where, best);
    where = most(value, N, &best, 50);
    printf("%d %a\n", where, best);
    where = most(value, 0, &best, 1);
    printf("%d %a\n", where, best);
    where = most(value, N, &best, NAN);
    printf("%d %a\n", where, best);
    value[3] = value[200] = NAN;
    value[100] = -0.0;
    value[101] = 0.0;
    where = most(value, N, &best, -1e300);
    printf("%d %a\n", where, best);
    for (int i = 0; i < N; i++)
        value[i] = i % 2 ? -0.0 : 0.0;
    where = most(value, N, &best, -0.0);
    printf("%d %a\n", where, best);
    for (int i = 0; i < N; i++)
        value[i] = (i * 37 % 101) - 50;

    found.least = 1e9f;
    double top = -1;
    int top_at = 12345, low_at = -1;
    long low = 1000000;
#pragma ppar for
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < 5; k++) {
            float f = (float)(value[i] * (k + 1));
            if (f < found.least) {
                found.row = (short)i;
                found.least = f;
                found.column = (short)k;
                found.at = points[i];
            }
        }
        double s = score(i);
        if (top < s) {
            top = s;
            top_at = i;
        }
        if (!(i % 3)) {
            long v = i * 7919 % 1009;
            if (v < low) {
                low = v;
                low_at = i;
            }
        }
    }
    printf("%a %d %d %g %d\n", (double)found.least, found.row, found.column, found.at.x,
           found.at.id);
    printf("%a %d %ld %d\n", top, top_at, low, low_at);
    return 0;
}
