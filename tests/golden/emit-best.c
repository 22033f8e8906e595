/* The greatest element and its place. */
int f(const double *v, int n)
{
    double best = 0;
    int where = -1;

#pragma ppar for
    for (int i = 0; i < n; i++)
        if (v[i] > best) {
            best = v[i];
            where = i;
        }
    return where;
}
