/* status: 1 */
/* The assignment is behind an ||. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = b[i] > 0 || (x = b[i]) ? x : 0;
}
