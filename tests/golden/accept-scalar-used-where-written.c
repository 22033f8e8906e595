/* status: 0 */
/* Written and used under the same condition. */
int a[100], b[100];

void f(void)
{
    int t;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (b[i] > 0) {
            t = b[i];
            a[i] = t * t;
        }
}
