/* status: 1 */
/* Later iterations read more than they write. */
int a[10];

void f(void)
{
    int t[10] = {0};

#pragma ppar for
    for (int i = 0; i < 10; i++) {
        int sum = 0;

        for (int k = i; k < 10; k++)
            t[k] = i;
        for (int k = 0; k < 10; k++)
            sum += t[k];
        a[i] = sum;
    }
}
