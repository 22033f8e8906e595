/* status: 1 */
/* The function reads what the loop writes. */
static int weight[100];

static int fold(int a, int b)
{
    return a + b * weight[b & 63];
}

int f(const int *restrict v, int n)
{
    int x = 0;

#pragma ppar for reduction(fold : x)
    for (int i = 0; i < n; i++) {
        weight[i % 100] = i;
        x = fold(x, v[i]);
    }
    return x;
}
