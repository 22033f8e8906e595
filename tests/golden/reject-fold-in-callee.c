/* status: 1 */
/* The call stands in a function that the loop calls. */
static int x;

static int fold(int a, int b)
{
    return 3 * a + b;
}

static void note(int v)
{
    x = fold(x, v);
}

int f(const int *restrict v, int n)
{
#pragma ppar for reduction(fold : x)
    for (int i = 0; i < n; i++)
        note(v[i]);
    return x;
}
