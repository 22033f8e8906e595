/* The array is larger than what the counter counts. */
double x[200], out[400];

int collect(int count)
{
    unsigned char n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++)
        out[n++] = x[i];
    return n;
}
