/* The counter may be an element of the array. */
int x[200];

void collect(int *out, int *n, int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++)
        out[(*n)++] = i;
}
