/* status: 1 */
/* A function returns a pointer into the array. */
static int a[100];

static int *after(int i)
{
    return &a[i + 1];
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        *after(i) = a[i] + 1;
}
