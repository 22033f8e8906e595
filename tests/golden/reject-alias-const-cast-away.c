/* status: 1 */
/* The callee's parameter is const, and it writes through it. */
int a[100];

static int touch(const int *p)
{
    ((int *)p)[1] = p[0] + 1;
    return p[0];
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        touch(&a[i]);
}
