/* Subscripts that leave the member would reach the next one; the guard is worth having, for there
 * are as many usual values for which they do not. */
struct state {
    double x[60], one;
};

void f(int n, struct state *s, double *restrict out)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        out[i] = s->one * i;
        s->x[i] = out[i];
    }
}
