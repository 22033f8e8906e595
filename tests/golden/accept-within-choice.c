/* One of two variables is assigned to. */
int x, y;

int f(const int *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        v[i] > 0 ? (x = v[i]) : (y = i);
    return x + y;
}
