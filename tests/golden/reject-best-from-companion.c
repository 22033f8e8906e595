/* status: 1 */
/* The new value depends on the old place. */
double best = -1;
int where, before;

void f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (v[i] > best) {
            best = v[i];
            before = where;
            where = i;
        }
}
