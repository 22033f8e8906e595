/* A static pointer that a function of the file sets to the other array. */
static int a[100];
static int *p;

void set(void)
{
    p = a + 1;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        p[i] = a[i];
}
