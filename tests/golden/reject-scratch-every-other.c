/* status: 1 */
/* Only the even elements are written. */
int a[100];

void f(void)
{
    int t[10] = {0};

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < 10; k += 2)
            t[k] = i;
        for (int k = 0; k < 9; k++)
            t[k] = t[k] + t[k + 1];
        a[i] = t[0];
    }
}
