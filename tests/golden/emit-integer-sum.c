/* Integer sums are folded once for each chunk. */
long f(const int *x, int n)
{
    long sum = 0;
    unsigned bits = 0;

#pragma ppar for
    for (int i = 0; i < n; i++) {
        sum += x[i];
        bits |= (unsigned)x[i];
    }
    return sum + bits;
}
