/* status: 1 */
/* continue leaves the scalar as it was for a later iteration. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] < 0) {
            a[i] = x;
            continue;
        }
        x = b[i];
    }
}
