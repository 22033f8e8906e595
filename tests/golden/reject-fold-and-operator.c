/* status: 1 */
/* An operator updates the accumulator, too. */
static int fold(int a, int b)
{
    return 3 * a + b;
}

int f(const int *restrict v, int n)
{
    int x = 0;

#pragma ppar for reduction(fold : x)
    for (int i = 0; i < n; i++) {
        x = fold(x, v[i]);
        x += 1;
    }
    return x;
}
