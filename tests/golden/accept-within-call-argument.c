/* An argument of a call. */
int x;

static int twice(int value)
{
    return 2 * value;
}

int f(const int *restrict v, int *restrict out, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        out[i] = v[i] > 0 ? twice(x = v[i]) : 0;
    return x;
}
