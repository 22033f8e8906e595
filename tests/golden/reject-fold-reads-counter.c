/* status: 1 */
/* The function reads the loop's counter. */
static int i;

static int fold(int a, int b)
{
    return a + b * i;
}

int f(const int *restrict v, int n)
{
    int x = 0;

#pragma ppar for reduction(fold : x)
    for (i = 0; i < n; i++)
        x = fold(x, v[i]);
    return x;
}
