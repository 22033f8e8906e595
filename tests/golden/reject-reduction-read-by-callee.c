/* status: 1 */
/* The total is a global that the callee reads. */
int s, a[100], b[100];

static int share(int x)
{
    return s == 0 ? 0 : 100 * x / s;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        s += b[i];
        a[i] = share(b[i]);
    }
}
