/* The counter is the number of the last element. */
double x[200], out[400];

int collect(int count)
{
    int last = -1;
#pragma ppar for
    for (int i = 0; i < count; i++)
        if (x[i] > 0)
            out[++last] = x[i];
    return last;
}
