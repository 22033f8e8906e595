/* status: 1 */
/* Where the best so far was decides whether the next one counts. */
double best = -1;
int where;

void f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (i != where + 1 && v[i] > best) {
            best = v[i];
            where = i;
        }
}
