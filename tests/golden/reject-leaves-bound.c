/* status: 1 */
/* The bound says where the loop ended. */
int f(const double *x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (x[i] < 0) {
            n = i;
            break;
        }
    return n;
}
