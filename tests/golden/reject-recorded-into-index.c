/* status: 1 */
/* What is written is itself an index. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        a[a[i + 50]] = i;
}
