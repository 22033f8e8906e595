/* An assignment in a condition, whose value is used. */
int a[100];

void f(const int *restrict v, int *restrict out, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (v[i] > 0 && (a[i / 2] = v[i] % 5))
            out[i] = 1;
}
