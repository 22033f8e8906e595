/* status: 0 */
/* Any length, an unsigned counter. */
double a[1000], b[1000];

void f(unsigned n)
{
#pragma ppar for
    for (unsigned i = 0; i < n; i++)
        a[i] = 2.0 * b[i];
}
