/* status: 0 */
/* An unsigned counter that counts down. */
int a[100];

void f(unsigned n)
{
#pragma ppar for
    for (unsigned i = n; i > 0; i--)
        a[i - 1] = (int)i;
}
