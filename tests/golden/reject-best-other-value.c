/* status: 1 */
/* Not the value itself is kept. */
double best = -1;
int where;

void f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (v[i] > best) {
            best = v[i] / 2;
            where = i;
        }
}
