/* status: 0 */
/* Written on every path. */
int a[100], b[100];

void f(void)
{
    int t;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] > 0)
            t = b[i];
        else
            t = -b[i];
        a[i] = t;
    }
}
