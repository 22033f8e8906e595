/* Of equal ones the last is taken; the branch notes that it was. */
double best = -1;
int where;

void f(const double *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (v[i] >= best) {
            best = v[i];
            where = i;
        }
}
