/* A global pointer that anyone may have set. */
int a[100];
int *p;

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        p[i + 1] = a[i];
}
