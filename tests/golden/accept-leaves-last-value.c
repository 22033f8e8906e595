/* Values that the last iteration that takes place leaves, and a sum. */
int last, bits;

double f(const double *x, int n, double most)
{
    double sum = 0, seen;
    int i;
#pragma ppar for
    for (i = 0; i < n; i++) {
        last = 2 * i;
        seen = x[i];
        sum += seen;
        if (seen > most)
            break;
        bits |= i;
    }
    return i ? sum + seen : i;
}
