enum { N = 100 };
static double a[N];

static double square(double x, double scale) { return x * x * scale; }
static double cube(double x, double scale) { return x * x * x * scale; }

struct method {
    double (*f)(double, double);
    double scale;
};

static struct method method_of(int kind)
{
    struct method method = {square, 1};
    if (kind > 2)
        method.f = cube;
    return method;
}

static double apply(struct method method, double x) { return method.f(x, method.scale); }

void run(int kind);
void run(int kind)
{
    const struct method method = method_of(kind);
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = apply(method, i);
}
