/* status: 1 */
/* The step is not a whole number. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i += 2.5)
        a[i] = i;
}
