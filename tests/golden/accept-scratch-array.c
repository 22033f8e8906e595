/* status: 0 */
/* Filled, then read. */
int a[100];

void f(void)
{
    int t[10];

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < 10; k++)
            t[k] = i * k;
        a[i] = t[3] + t[9];
    }
}
