/* A floating-point histogram, unless no two iterations add to one element. */
double a[100], w[1000];
int idx[1000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 1000; i++)
        a[idx[i]] = 0.9 * a[idx[i]] + w[i];
}
