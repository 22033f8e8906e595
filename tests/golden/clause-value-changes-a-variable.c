/* status: 1 */
int a[10], n;

void f(void)
{
#pragma ppar for workers(n++)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for if (n = 2)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for schedule(static, ({ n++; n; }))
    for (int i = 0; i < 10; i++)
        a[i] = i;
}
