/* status: 1 */
/* An iteration reads what the one before it wrote. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        a[i + 1] = a[i];
}
