/* status: 1 */
/* The function reads a scratch variable of the loop. */
static int factor;

static int fold(int a, int b)
{
    return a + b * factor;
}

int f(const int *restrict v, int n)
{
    int x = 0;

#pragma ppar for reduction(fold : x) private(factor)
    for (int i = 0; i < n; i++) {
        factor = i;
        x = fold(x, v[i]);
    }
    return x;
}
