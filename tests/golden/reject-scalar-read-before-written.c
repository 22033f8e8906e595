/* status: 1 */
/* Read first, written at the end. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = x;
        x = b[i];
    }
}
