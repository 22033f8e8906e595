/* status: 1 */
/* Where the best so far was decides what is written. */
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
        out[i] = where;
    }
}
