/* The role of each variable. */
static double scratch[8];
int histogram[16];

double f(double *restrict out, double *restrict state, const int *restrict in, int n)
{
    double last = 0, sum = 0;
    long largest = -1;

#pragma ppar for
    for (int i = 0; i < n; i++) {
        int t = in[i] & 15;

        for (int k = 0; k < 8; k++)
            scratch[k] = t * k;
        out[i] = scratch[t & 7];
        state[i] = state[i] / 2 + t;
        last = out[i];
        sum += out[i];
        histogram[t]++;
        if (in[i] > largest)
            largest = in[i];
    }
    return last + sum + (double)largest;
}
