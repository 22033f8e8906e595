/* status: 1 */
/* One element is written, and another one is read. */
int a[100], b[100];

void f(void)
{
    int t[10] = {0};

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        t[b[i]] = i;
        a[i] = t[0];
    }
}
