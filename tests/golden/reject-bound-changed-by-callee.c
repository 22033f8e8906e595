/* status: 1 */
/* The bound is a global that the callee lowers. */
static int n;
int a[100];

static void found(void)
{
    n = 10;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        a[i] = i;
        found();
    }
}
