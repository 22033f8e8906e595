/* status: 1 */
/* The counter says that there was an end. */
int f(const double *x, int n)
{
    int i;
#pragma ppar for
    for (i = 0; i < n; i++)
        if (x[i] < 0) {
            i = -1;
            break;
        }
    return i;
}
