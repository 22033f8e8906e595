/* status: 1 */
/* What is written to one buffer is read from the other in the next iteration. */
int a[100];
static int s[10], t[10];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < 10; k++)
            t[k] = s[k] + 1;
        for (int k = 0; k < 10; k++)
            s[k] = t[k] * 2;
        a[i] = s[0];
    }
}
