/*
 * What soak.sh runs: loops with every kind of result, each long enough for a worker to be killed in
 * it. What they compute is printed, so that one wrong byte shows.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 400, ROUNDS = 3 };

struct poly {
    int n;
    double *coef;
    char *name;
};
#pragma ppar pack(struct poly : coef[n], name string)

static struct poly made[N];
static double field[N];
static int where[N], found[N * 4];

/* Some hundreds of microseconds of work, of which the result depends. */
static double labour(int seed)
{
    double x = seed % 97;
    for (int k = 0; k < 20000; k++)
        x = sin(x) + k % 7;
    return x;
}

static struct poly make_poly(int i)
{
    struct poly poly = {1 + i % 50, malloc((1 + i % 50) * sizeof(double)), malloc(32)};
    if (!poly.coef || !poly.name)
        exit(1);
    for (int k = 0; k < poly.n; k++)
        poly.coef[k] = labour(i) + k;
    snprintf(poly.name, 32, "poly %d", i);
    return poly;
}

static void own_memory(int round)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        made[i] = make_poly(i + round);
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < made[i].n; k++)
            printf("%.17g ", made[i].coef[k]);
        puts(made[i].name);
        free(made[i].coef);
        free(made[i].name);
    }
}

static void lines_in_order(int round)
{
#pragma ppar for schedule(dynamic, 3)
    for (int i = 0; i < N; i++) {
        double x = labour(i * round);
        for (int k = 0; k < 1 + i % 5; k++)
            printf("%d %d %.17g\n", i, k, x + k);
    }
}

static void in_place(int round)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        field[i] += labour(i + round) * field[i] + 1;
    for (int i = 0; i < N; i++)
        printf("%.17g\n", field[i]);
}

static void of_unknown_length(int round)
{
    int count = 0;
#pragma ppar for
    for (int i = 0; i < N; i++)
        for (int k = 0; k < i % 5; k++)
            if (labour(i + k) > round)
                found[count++] = 10 * i + k;
    printf("%d found, the last %d\n", count, count ? found[count - 1] : -1);
    for (int k = 0; k < count; k++)
        printf("%d\n", found[k]);
}

static void sums(int round)
{
    double sum = 0, most = -1;
    int best = -1;
#pragma ppar for
    for (int i = 0; i < N; i++) {
        double x = labour(i + round);
        sum += x / 3;
        if (x > most) {
            most = x;
            best = i;
        }
    }
    printf("%.17g %.17g %d\n", sum, most, best);
}

static void scattered(int round)
{
    static double out[N];
    for (int i = 0; i < N; i++)
        where[i] = i * 7 % 50 + round;
#pragma ppar for
    for (int i = 0; i < N; i++)
        out[where[i]] = labour(i);
    for (int i = 0; i < N; i++)
        printf("%.17g\n", out[i]);
}

int main(void)
{
    for (int round = 0; round < ROUNDS; round++) {
        own_memory(round);
        lines_in_order(round);
        in_place(round);
        of_unknown_length(round);
        sums(round);
        scattered(round);
    }
    return 0;
}
