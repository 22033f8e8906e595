/* The first is the best in any case. */
double best;
int where = -1;

void f(const double *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (where < 0 || v[i] > best) {
            best = v[i];
            where = i;
        }
}
