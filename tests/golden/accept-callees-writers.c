enum { N = 100 };
static double a[N];

static void put(double *out, double x) { *out = x; }
static void put_square(double *out, double x) { *out = x * x; }

static void (*const writers[])(double *, double) = {put, put_square};

void run(int k);
void run(int k)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        writers[k](&a[i], i);
}
