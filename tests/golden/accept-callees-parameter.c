enum { N = 100 };
static double a[N], b[N];

static double square(double x) { return x * x; }
static double cube(double x) { return x * x * x; }

static double integral(double (*f)(double), double from, double to)
{
    double sum = 0;
    for (int k = 0; k < 100; k++)
        sum += f(from + (to - from) * (k + 0.5) / 100);
    return sum * (to - from) / 100;
}

static void map(double *out, double (*f)(double))
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        out[i] = integral(f, 0, i);
}

void run(void);
void run(void)
{
    map(a, square);
    map(b, cube);
}
