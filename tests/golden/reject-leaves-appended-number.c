/* status: 1 */
/* The loop ends when the array is full. */
int f(const double *x, int n, int *found)
{
    int count = 0;
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (x[i] > 0) {
            found[count++] = i;
            if (count == 8)
                break;
        }
    return count;
}
