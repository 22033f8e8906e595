/* status: 1 */
/* C's division rounds to 0, so that -1 and 1 share a quotient. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = -1; i < 2; i++)
        a[i / 2 + 10] = 2 * a[i / 2 + 10] + 1;
}
