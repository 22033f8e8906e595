/* status: 1 */
/* What tells whether there is a best yet is set in every iteration. */
double best;
int where = -1;

void f(const double *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
    {
        if (where < 0 || v[i] > best) {
            best = v[i];
            where = i;
        }
        where = -1;
    }
}
