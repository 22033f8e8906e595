/* status: 1 */
/* Nothing is known about the index array. */
int a[100], idx[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[idx[i]] = a[i] + 1;
}
