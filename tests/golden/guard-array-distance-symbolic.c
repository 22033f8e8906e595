/* The distance is a parameter, which may be 1. */
int a[100];

void f(int n, int m)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i + m] = a[i];
}
