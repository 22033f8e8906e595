/* status: 1 */
/* Two of the places tell whether there is a best yet. */
double best;
int where = -1, before = 0;

void f(const double *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (where < before || v[i] > best) {
            best = v[i];
            where = i;
            before = -1;
        }
}
