/* status: 1 */
/* The assignment is behind &&. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] > 0 && (x = b[i] - 1) > 5)
            a[i] = 1;
        a[i] += x;
    }
}
