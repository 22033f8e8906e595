/* status: 0 */
/* Pointers that may be equal, none of which is written through. */
int f(const double *p, const double *q)
{
    int less = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        less += p[i] < q[i + 1];
    return less;
}
