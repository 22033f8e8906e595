/* status: 0 */
/* An element that the neighbour writes too is read after the iteration's own write. */
int a[101], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i + 1] = i;
        a[i] = 2 * i;
        b[i] = a[i] + a[i + 1];
    }
}
