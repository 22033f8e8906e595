/* status: 1 */
/* The scratch array is read, then written. */
int a[100];

void f(void)
{
    int t[10] = {0};

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < 10; k++)
            a[i] += t[k];
        for (int k = 0; k < 10; k++)
            t[k] = i;
    }
}
