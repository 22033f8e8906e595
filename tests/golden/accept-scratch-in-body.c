/* status: 0 */
/* An array declared in the body. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int t[10];

        for (int k = 0; k < 10; k++)
            t[k] = i * k;
        a[i] = t[i % 10];
    }
}
