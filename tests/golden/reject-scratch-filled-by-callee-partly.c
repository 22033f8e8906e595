/* status: 1 */
/* The callee leaves the last element alone. */
int a[100];
static int t[10];

static void fill(int i)
{
    for (int k = 0; k < 9; k++)
        t[k] = i;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        fill(i);
        a[i] = t[0] + t[9];
        t[9] = i;
    }
}
