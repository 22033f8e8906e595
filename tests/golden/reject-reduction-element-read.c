/* status: 1 */
/* A counter of the histogram is read elsewhere in the body. */
int count[4], a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        count[b[i] & 3]++;
        a[i] = count[0];
    }
}
