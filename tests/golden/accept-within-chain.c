/* Two variables get one value. */
int x, y;

int f(const int *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (v[i] > 0)
            y = x = v[i];
    return x + y;
}
