/* status: 1 */
/* The best so far is used in every iteration. */
double best = -1;
int where;

void f(double *restrict out, const double *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (v[i] > best) {
            best = v[i];
            where = i;
        }
        out[i] = best;
    }
}
