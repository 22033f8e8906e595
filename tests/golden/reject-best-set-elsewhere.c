/* status: 1 */
/* The companion is also set on another condition. */
double best = -1;
int where;

void f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (v[i] > best) {
            best = v[i];
            where = i;
        }
        if (v[i] == 17)
            where = -1;
    }
}
