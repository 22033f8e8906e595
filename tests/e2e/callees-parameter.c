/* verdict: proven */
#include <stdio.h>

enum { N = 500 };

struct operation {
    void (*apply)(double *out, double x);
    double scale;
};

static void put(double *out, double x) { *out = x; }
static void add(double *out, double x) { *out += x; }
static void tell(double *out, double x)
{
    if ((int)x % 100 == 0)
        printf("%g at %g\n", *out, x);
}

static double values[N];

static void map(struct operation operation)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        operation.apply(&values[i], operation.scale * i);
}

int main(int argc, char **argv)
{
    (void)argv;
    struct operation operation = {put, 1};
    map(operation);
    operation.apply = argc > 3 ? put : add;
    operation.scale = 0.25;
    map(operation);
    map((struct operation){tell, 2});
    double sum = 0;
    for (int i = 0; i < N; i++)
        sum += values[i] * i;
    printf("%.17g\n", sum);
    return 0;
}
