/* What is positive is collected. */
double x[200], out[400];

int collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++)
        if (x[i] > 0)
            out[n++] = x[i];
    return n;
}
