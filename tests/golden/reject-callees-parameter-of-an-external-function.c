enum { N = 100 };
static double a[N];

double square(double x);
double square(double x) { return x * x; }

void run(double (*f)(double));
void run(double (*f)(double))
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = f(i);
}

void run_square(void);
void run_square(void) { run(square); }
