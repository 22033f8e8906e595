/* status: 1 */
/* An unsigned counter may pass the bound and wrap round, and so a loop with != may go on. */
int a[100];

void f(unsigned n)
{
#pragma ppar for
    for (unsigned i = 0; i != n; i += 2)
        a[i] = 1;
}
