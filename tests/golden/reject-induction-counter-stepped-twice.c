/* status: 1 */
/* The list of steps moves the counter twice. */
int a[1000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 90; i++) {
        int at = 10 * i;
        for (int k = 0; k < 20; k++, at += 2, k += at & 1)
            a[at] = 2 * a[at] + 1;
    }
}
