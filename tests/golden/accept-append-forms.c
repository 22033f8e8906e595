/* All ways to advance a counter. */
double x[200], out[800];

long collect(int count)
{
    long n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[n++] = x[i];
        out[n] = 1;
        n += 1;
        if (x[i] > 0) {
            out[n] = 2;
            n = n + 1;
        } else if (x[i] < 0) {
            out[n] = 3;
            ++n;
        }
        out[n] = 4;
        (void)n++;
    }
    return n;
}
