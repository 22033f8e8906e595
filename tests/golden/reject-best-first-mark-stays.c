/* status: 1 */
/* The mark is not among what is chosen. */
double best;
int where = -1;

void f(const double *restrict v, const int *restrict empty, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (*empty || v[i] > best) {
            best = v[i];
            where = i;
        }
}
