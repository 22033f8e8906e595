/* status: 1 */
/* Compared as unsigned numbers, -5 is not below 10: the loop that fills the scratch array never runs. */
static int t[20];
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int j = -5; j < 10u; j++)
            t[j + 5] = i;
        a[i] = t[3];
        t[3] = i;
    }
}
