/* status: 1 */
/* Of equal ones the last is taken, and a chunk without one cannot be told. */
double best = -1;
int where;

void f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (v[i] >= best) {
            best = v[i];
            where = i;
        }
}
