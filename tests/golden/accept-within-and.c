/* c && (x = v, 1) */
int x;

int f(const int *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        v[i] > 0 && (x = v[i], 1);
    return x;
}
