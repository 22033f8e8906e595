/* status: 1 */
/* The loop ends with the tenth hit: the count is read. */
int f(const double *x, int n)
{
    int hits = 0;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (x[i] > 1)
            hits++;
        if (hits == 10)
            break;
    }
    return hits;
}
