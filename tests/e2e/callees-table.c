/* verdict: proven */
#include <math.h>
#include <stdio.h>

enum { N = 1000, METHODS = 4 };

static double midpoint(double (*f)(double), double from, double to)
{
    return (to - from) * f((from + to) / 2);
}

static double trapezoid(double (*f)(double), double from, double to)
{
    return (to - from) * (f(from) + f(to)) / 2;
}

static double simpson(double (*f)(double), double from, double to)
{
    return (midpoint(f, from, to) * 2 + trapezoid(f, from, to)) / 3;
}

static double bell(double x) { return exp(-x * x); }
static double wave(double x) { return sin(x) * x; }

static const struct {
    const char *name;
    double (*integrate)(double (*)(double), double, double);
} methods[METHODS] = {
    {"midpoint", midpoint}, {"trapezoid", trapezoid}, {"simpson", simpson}, {"none", NULL}};

static double (*(functions[]))(double) = {bell, wave, cos};

static double result[N];

int main(void)
{
    for (int m = 0; methods[m].integrate; m++) {
        double (*f)(double) = functions[m];
#pragma ppar for
        for (int i = 0; i < N; i++) {
            double sum = 0;
            for (int k = 0; k < 10; k++)
                sum += methods[(m + i) % 3].integrate(f, i + 0.1 * k, i + 0.1 * (k + 1));
            result[i] = sum + functions[i % 3](i);
        }
        double total = 0;
        for (int i = 0; i < N; i++)
            total += result[i];
        printf("%s %.17g\n", methods[m].name, total);
    }
    return 0;
}
