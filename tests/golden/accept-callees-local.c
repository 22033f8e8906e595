enum { N = 100 };

static double box(double x) { return x < 1; }
static double tent(double x) { return x < 1 ? 1 - x : 0; }

void run(double a[restrict N], int wide);
void run(double a[restrict N], int wide)
{
    double (*f)(double) = wide ? box : &tent;
#pragma ppar for
    for (int i = 0; i < N; i++) {
        double (*const again)(double) = i % 2 ? f : box;
        a[i] = f(0.01 * i) + again(0.5);
    }
}
