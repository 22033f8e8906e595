/* A negative counter is above an unsigned bound, so the loop goes on below 0. */
double a[40000];

void f(int start, unsigned n)
{
#pragma ppar for
    for (int i = start; i > n; i--)
        if (i < 0)
            a[i + 30000] = a[i + 30001] + 1;
}
