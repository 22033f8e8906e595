/* Accumulators that live in registers within a chunk: locals, parameters, statics, of every type,
 * several in one loop; and those that may not, because somebody else sees them. */
#include <stdio.h>
#include <stdlib.h>

enum { N = 3000 };

static double x[N];
static double inner_total;
double visible_total;
static float narrow = 1;
static long counted;

static double of_static(void)
{
    static double kept;
#pragma ppar for
    for (int i = 0; i < N; i++)
        kept += x[i] * 0.1;
    return kept;
}

static double of_parameter(double start, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        start += x[i];
    return start;
}

/* The vector may hold the total itself: then the loop is serial, and reads what it adds to. */
static void into_visible(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        visible_total += v[i];
}

static void several(int n)
{
    double sum = 0.25;
    float product = 1;
    long double wide = 0;
    unsigned char bits = 0;
    short least = 1000;
    double most;
    most = -1;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        sum += x[i];
        product *= 1.0f + (float)x[i] * 1e-4f;
        wide += x[i] * 1e-3L;
        bits ^= (unsigned char)(i * 7);
        short value = (short)(i % 500 - 250);
        if (value < least)
            least = value;
        if (x[i] > most)
            most = x[i];
    }
    printf("%a %a %La %d %d %a\n", sum, (double)product, wide, bits, least, most);
}

static void loose(void)
{
    double sum = 1e-9;
    for (int time = 0; time < 3; time++) {
#pragma ppar for reduction(+ : sum)
        for (int i = 0; i < N; i++)
            sum += x[i] > 0.5 ? 1 : 2;
        printf("%.17g\n", sum);
    }
}

static void nested(void)
{
    double sum = 0;
    int n = 40;
#pragma ppar for collapse(2)
    for (int i = 0; i < n; i++)
        for (int j = 0; j < 50; j++)
            sum += x[(i * 50 + j) % N];
    printf("%a\n", sum);
}

static void count(int i)
{
    if (i % 3)
        counted++;
}

static void by_callee(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        count(i);
    printf("%ld\n", counted);
}

static void statics(int parallel)
{
#pragma ppar for if (parallel)
    for (int i = 0; i < N; i++) {
        inner_total += x[i];
        narrow += (float)x[i];
    }
    printf("%a %a\n", inner_total, (double)narrow);
}

static void nothing_to_do(int n)
{
    double sum;
    if (n > 0)
        sum = 5;
#pragma ppar for
    for (int i = 0; i < n; i++)
        sum += x[i];
    if (n > 0)
        printf("%a\n", sum);
}

/* What a handler for the program's end sees. */
static long seen = 1;

static void tell(void)
{
    printf("at the end: %ld\n", seen);
}

static void until_exit(int n)
{
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < n; i++) {
        if (i == 200)
            exit(3);
        seen += i;
    }
}

int main(void)
{
    for (int i = 0; i < N; i++)
        x[i] = (double)(i * 7919 % 1000) / 999;
    for (int time = 0; time < 3; time++)
        printf("%a %a\n", of_static(), of_parameter(0.1 * time, N - time));
    into_visible(x, N);
    into_visible(&visible_total, 1);
    into_visible(&visible_total, 1);
    printf("%a\n", visible_total);
    several(N);
    several(1);
    several(0);
    loose();
    nested();
    by_callee();
    statics(0);
    statics(1);
    statics(1);
    nothing_to_do(0);
    nothing_to_do(N);
    atexit(tell);
    until_exit(150);
    printf("%ld\n", seen);
    until_exit(201);
    return 0;
}
