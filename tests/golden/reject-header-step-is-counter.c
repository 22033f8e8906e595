/* status: 1 */
/* The step is made of the counter itself. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i += i)
        a[i] = i;
}
