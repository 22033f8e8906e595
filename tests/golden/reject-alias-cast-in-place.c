/* status: 1 */
/* The cast stands in the subscript expression itself. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        *(int *)((char *)a + 4 * i + 4) = a[i];
}
