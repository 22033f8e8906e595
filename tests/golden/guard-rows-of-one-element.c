/* An array of pointers, each written through. */
int *p[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        *p[i] = 2 * *p[i] + 1;
}
