/* status: 1 */
/* The write happens in one iteration only. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        b[i] = a[i];
        if (i == 5)
            a[6] = 1;
    }
}
