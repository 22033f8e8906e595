/* status: 1 */
/* The word 'return' is not in the text. */
#define CHECK(condition) \
    if (!(condition))    \
    return 0

int f(const double *x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        CHECK(x[i] > 0);
    return 1;
}
