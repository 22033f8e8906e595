/* status: 1 */
/* i ^ 1 exchanges neighbours. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i ^ 1] = a[i];
}
