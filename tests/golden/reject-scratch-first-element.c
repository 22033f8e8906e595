/* status: 1 */
/* The scratch array's first element comes from the iteration before. */
int a[100];

void f(void)
{
    int t[10] = {0};

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int k = 1; k < 10; k++)
            t[k] = t[k - 1] + i;
        a[i] = t[9];
        t[0] = t[9];
    }
}
