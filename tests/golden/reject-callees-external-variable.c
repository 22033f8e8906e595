enum { N = 100 };
static double a[N];

static double square(double x) { return x * x; }
double (*kernel)(double) = square;

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = kernel(i);
}
