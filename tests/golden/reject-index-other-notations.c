/* status: 1 */
/* i[a], *(a + i) and (&a[1])[i] are all the same array. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        (&a[1])[i] = *(a + i) + i[a];
}
