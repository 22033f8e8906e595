/* status: 1 */
/* What is folded is evaluated in a copy of its text. */
struct sum {
    double value;
};

struct sum total;
double last;

static struct sum add(struct sum a, double b)
{
    a.value += b;
    return a;
}

void f(const double *restrict x, int n)
{
#pragma ppar for reduction(add : total)
    for (int i = 0; i < n; i++)
        total = add(total, x[i] > 0 ? (last = x[i]) : 0);
}
