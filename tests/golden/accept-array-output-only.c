/* status: 0 */
/* Two iterations write one element, none reads it. */
int a[101], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = b[i];
        a[i + 1] = -b[i];
    }
}
