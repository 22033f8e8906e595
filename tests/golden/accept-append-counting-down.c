/* A loop that counts down. */
double x[200], out[400];

int collect(int count)
{
    int n = 3;
#pragma ppar for
    for (int i = count - 1; i >= 0; i--)
        if (x[i] > 0)
            out[n++] = x[i];
    return n;
}
