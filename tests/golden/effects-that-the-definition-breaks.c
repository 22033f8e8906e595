/* status: 1 */
/* Definitions that do more than was declared, and two that do not. */
int total, hidden;
struct s { int n; double *x; };
#pragma ppar effects(in(a[0 : n]))
double sum(const double *a, int n);
double sum(const double *a, int n)
{
    static int calls;
    double s = 0;
    for (int i = 0; i < n; i++)
        s += a[i];
    calls++;
    total++;
    return s;
}
#pragma ppar effects(pure)
static double first(const double *a, double *b)
{
    *b = 1;
    return a[0] + hidden;
}
#pragma ppar effects(in(s))
double deep(struct s *s)
{
    return s->x[0];
}
#pragma ppar effects(in(s->x[0 : 1]))
double deep_ok(struct s *s)
{
    return s->x[0];
}
#pragma ppar effects(out(b[0 : 1]) in(a[0 : 1], hidden))
double okay(const double *a, double *b)
{
    *b = 1;
    return a[0] + hidden;
}
int main(void)
{
    double a[3] = {0}, b;
    return first(a, &b);
}
