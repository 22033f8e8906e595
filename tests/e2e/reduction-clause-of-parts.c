/* verdict: proven */
/* Clauses name a variable; what is added to is a member, an element, or stands behind a pointer. The
 * sums are exact, so that their order does not show. */
#include <stdio.h>

enum { N = 200, M = 7 };

static struct {
    double sum;
    int count;
} s = {3, -1};
static double t[3] = {1, 2, 3};

static void members(void)
{
#pragma ppar for reduction(+ : s)
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < M; k++)
            s.sum += k * i;
        s.count = i;
    }
}

static void elements(void)
{
#pragma ppar for reduction(- : t)
    for (int i = 0; i < N; i++) {
        t[0] = i;
        for (int k = 0; k < M; k++)
            t[1] -= k + i;
        t[2] = 2 * i;
    }
}

static void behind(int m, double *p, double *restrict one)
{
#pragma ppar for reduction(+ : p) reduction(* : one)
    for (int i = 0; i < N; i++)
        for (int k = 0; k < m; k++) {
            p[1] += k - i;
            *one *= i % 50 == 3 ? 2 : 1;
        }
}

int main(void)
{
    double p[3] = {5, 6, 7}, one = 3;
    members();
    elements();
    behind(M, p, &one);
    printf("%g %d %g %g %g %g %g %g %g\n", s.sum, s.count, t[0], t[1], t[2], p[0], p[1], p[2], one);
    return 0;
}
