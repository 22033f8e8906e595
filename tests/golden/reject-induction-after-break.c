/* status: 1 */
/* Where the index stands behind the inner loop depends on where that was left. */
int a[1000], b[1000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 90; i++) {
        int at = 10 * i;
        for (int k = 0; k < 10; k++) {
            if (b[at])
                break;
            at += 2;
        }
        a[at] = 2 * a[at] + 1;
    }
}
