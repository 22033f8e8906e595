/* The result points into what was passed. */
#pragma ppar effects(in(a[0 : n]) returns(a))
const double *find(const double *a, int n, int i);
double a[100], r[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        r[i] = *find(a, 100, i);
    }
}
