/* status: 1 */
/* The callee may return before it fills the buffer. */
int a[100], b[100];
static int t[10];

static void fill(int i)
{
    if (b[i] < 0)
        return;
    for (int k = 0; k < 10; k++)
        t[k] = i;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        fill(i);
        a[i] = t[5];
    }
}
