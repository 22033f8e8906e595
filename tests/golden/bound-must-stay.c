/* status: 1 */
/* The bound is read again before each iteration. */
int a[100];

int f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        a[i] = i;
        if (i == 10)
            n = 20;
    }
    return n;
}
