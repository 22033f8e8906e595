/* status: 1 */
/* The steps of the index grow, so that it leaves the ten elements of its iteration. */
int a[10000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 90; i++) {
        int at = 10 * i;
        for (int k = 0; k < 10; k++) {
            a[at] = 2 * a[at] + k;
            at += k;
        }
    }
}
