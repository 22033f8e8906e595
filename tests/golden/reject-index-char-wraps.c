/* status: 1 */
/* The subscript is computed in a type of 256 values. */
int a[1000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 300; i++)
        a[(unsigned char)i] = 2 * a[(unsigned char)i] + i;
}
