/* status: 1 */
/* Two statements choose, by different values. */
double best = -1;
int where;

void f(const double *v, const double *w, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (v[i] > best) {
            best = v[i];
            where = i;
        }
        if (w[i] > best) {
            best = w[i];
            where = -i;
        }
    }
}
