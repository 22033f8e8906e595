/* status: 1 */
/* How much of the scratch array is written depends on the data. */
int a[100], m[100];

void f(void)
{
    int t[10] = {0};

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int sum = 0;

        for (int k = 0; k < m[i]; k++)
            t[k] = i;
        for (int k = 0; k < 10; k++)
            sum += t[k];
        a[i] = sum;
    }
}
