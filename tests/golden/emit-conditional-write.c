/* Elements that may have been written are sent as they are. */
int a[100];

void f(const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (x[i] > 0)
            a[i] = x[i];
}
