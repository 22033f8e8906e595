/* status: 1 */
/* C's remainder of a negative number is negative: -1 is not 2. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = -2; i < 2; i++)
        a[i % 3 + 10] = a[(i - 1) % 3 + 10] + 1;
}
