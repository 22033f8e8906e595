/* status: 1 */
/* The value can fall. */
double best = -1;
int where;

void f(const double *v, const int *must, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (must[i] || v[i] > best) {
            best = v[i];
            where = i;
        }
}
