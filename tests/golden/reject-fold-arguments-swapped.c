/* status: 1 */
/* The accumulator is the second argument. */
static int fold(int a, int b)
{
    return 3 * a + b;
}

int f(const int *restrict v, int n)
{
    int x = 0;

#pragma ppar for reduction(fold : x)
    for (int i = 0; i < n; i++)
        x = fold(v[i], x);
    return x;
}
