/* status: 1 */
/* Several iterations add to one element: their order decides the last bits. */
double sum[4], b[100];
int k[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        sum[k[i] & 3] += b[i];
        sum[k[99 - i] & 3] *= 1.5;
    }
}
