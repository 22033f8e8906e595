/* A narrow counter of an array that has no more elements. */
double x[200], out[100];

unsigned char collect(int count)
{
    unsigned char n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++)
        for (int k = 0; k < i; k++)
            if (x[k] > i)
                out[n++] = x[i];
    return n;
}
