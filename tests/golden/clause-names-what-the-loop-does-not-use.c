/* status: 1 */
int a[10], t, u;

void f(void)
{
#pragma ppar for private(t) reduction(+ : u)
    for (int i = 0; i < 10; i++)
        a[i] = i;
}
