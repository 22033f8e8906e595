#include <stdio.h>

enum { N = 100 };
static double a[N], last;

static double square(double x) { return x * x; }
static double difference(double x)
{
    double d = x - last;
    last = x;
    return d;
}

struct method {
    int order;
    double (*f)(double);
};

static void set(struct method *m) { m->f = difference; }

static double run(const struct method *m, double x) { return m->f(x); }

int main(void)
{
    struct method method = {1, square};
    set(&method);
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = run(&method, i);
    printf("%g\n", a[N - 1]);
    return 0;
}
