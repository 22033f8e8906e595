/* status: 0 */
/* More is written than read. */
int a[10];

void f(void)
{
    int t[10];

#pragma ppar for
    for (int i = 0; i < 10; i++) {
        int sum = 0;

        for (int k = 0; k <= i; k++)
            t[k] = k * i;
        for (int k = 0; k <= i; k++)
            sum += t[k];
        a[i] = sum;
    }
}
