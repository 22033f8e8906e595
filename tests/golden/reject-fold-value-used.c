/* status: 1 */
/* The value of the fold is used. */
static int fold(int a, int b)
{
    return 3 * a + b;
}

int f(int *restrict out, const int *restrict v, int n)
{
    int x = 0;

#pragma ppar for reduction(fold : x)
    for (int i = 0; i < n; i++)
        out[i] = x = fold(x, v[i]);
    return x;
}
