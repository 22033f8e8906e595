/* status: 1 */
/* The inner loop that writes the scalar may have no iteration. */
int a[100], m[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < m[i]; k++)
            x = k;
        a[i] = x;
    }
}
