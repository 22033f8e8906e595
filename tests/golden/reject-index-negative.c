/* status: 1 */
/* The pointer stands in the middle and the subscripts are negative. */
int a[100];

void f(void)
{
    int *p = a + 50;

#pragma ppar for
    for (int i = 1; i < 50; i++)
        p[-i] = p[1 - i];
}
