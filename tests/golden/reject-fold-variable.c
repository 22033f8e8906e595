/* status: 1 */
/* What the clause names is no function. */
int fold;

int f(const int *restrict v, int n)
{
    int x = 0;

#pragma ppar for reduction(fold : x)
    for (int i = 0; i < n; i++)
        x += v[i];
    return x;
}
