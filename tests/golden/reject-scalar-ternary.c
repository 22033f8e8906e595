/* status: 1 */
/* Only one branch of ?: assigns. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = b[i] ? (x = i) : 0;
        a[i] += x;
    }
}
