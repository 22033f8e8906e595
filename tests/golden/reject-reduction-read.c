/* status: 1 */
/* The running total is used. */
int a[100], b[100];

void f(void)
{
    int s = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        s += b[i];
        a[i] = s;
    }
}
