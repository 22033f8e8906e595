/* status: 1 */
/* Without a trip of the inner loop the index stays where it is, for all iterations alike. */
int a[1000], m;

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 90; i++) {
        int at = 0;
        for (int k = 0; k < m; k++)
            at++;
        a[at] = 2 * a[at] + 1;
    }
}
