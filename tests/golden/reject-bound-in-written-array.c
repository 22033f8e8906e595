/* status: 1 */
/* The bound is an element of the array that the loop writes. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < a[0]; i++)
        a[i - 1] = i;
}
