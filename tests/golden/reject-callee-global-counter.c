/* status: 1 */
/* The callee counts its calls. */
static int calls;
int a[100];

static int next(void)
{
    return calls++;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = next();
}
