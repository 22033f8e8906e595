/* status: 1 */
/* Nothing is known of the function. */
int fold(int a, int b);

int f(const int *restrict v, int n)
{
    int x = 0;

#pragma ppar for reduction(fold : x)
    for (int i = 0; i < n; i++)
        x = fold(x, v[i]);
    return x;
}
