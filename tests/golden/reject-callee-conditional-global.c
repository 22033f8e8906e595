/* status: 1 */
/* The callee sets the global on some paths only. */
static int level;
int a[100], b[100];

static void look(int i)
{
    if (b[i] > 0)
        level = b[i];
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        look(i);
        a[i] = level;
    }
}
