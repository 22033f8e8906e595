/* status: 1 */
/* An element is written only when the data say so. */
int a[100], b[100];

void f(void)
{
    int t[10] = {0};

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < 10; k++)
            if (b[i] > k)
                t[k] = i;
        a[i] = t[3];
    }
}
