/* status: 1 */
/* The loop is left between the write and the count. */
int f(const double *x, int n, int *found)
{
    int count = 0;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        found[count] = i;
        if (x[i] > 0)
            break;
        count++;
    }
    return count;
}
