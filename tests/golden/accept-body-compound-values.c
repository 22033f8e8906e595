/* status: 0 */
/* Chained and compound assignments of the iteration's own elements. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = b[i] = i;
        a[i] += b[i]++;
        a[i] <<= 2, b[i] ^= a[i];
    }
}
