enum { N = 100, METHODS = 3 };

static double square(double x) { return x * x; }
static double cube(double x) { return x * x * x; }

static const struct {
    const char *name;
    double (*f)(double);
} methods[METHODS] = {{"square", square}, {"cube", cube}, {"none", 0}};

void run(double a[restrict N], const int kind[restrict N], int k);
void run(double a[restrict N], const int kind[restrict N], int k)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = methods[k].f(i) + methods[kind[i]].f(a[i]);
}
