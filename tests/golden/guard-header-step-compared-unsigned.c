/* With s = -1 the counter runs down to -1, which is no less than an unsigned bound. */
int a[100];

void f(unsigned n, int s)
{
#pragma ppar for
    for (int i = 9; i < n; i += s)
        a[i] = i;
}
