/* status: 1 */
/* One iteration writes the element that all later ones read. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = a[7] + 1;
}
