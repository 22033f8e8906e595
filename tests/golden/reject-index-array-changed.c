/* status: 1 */
/* The index array changes in the loop. */
int a[100], idx[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++) {
        a[idx[i]] = i;
        idx[i + 1] = idx[i] + 1;
    }
}
