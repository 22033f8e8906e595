/* status: 1 */
/* goto leaves the loop. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] < 0)
            goto out;
        a[i] = b[i];
    }
out:
    a[0] = 1;
}
