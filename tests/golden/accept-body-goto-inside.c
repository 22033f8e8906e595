/* status: 0 */
/* goto within the body. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int x = 0;

        if (b[i] < 0)
            goto store;
        x = b[i];
    store:
        a[i] = x;
    }
}
