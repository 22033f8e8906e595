/* status: 0 */
/* A temporary declared outside. */
int a[100], b[100];

void f(void)
{
    int t;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        t = b[i] * b[i];
        a[i] = t + 1;
    }
}
