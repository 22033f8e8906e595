/* status: 1 */
/* A relaxation in place uses new neighbours. */
double a[100];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 99; i++)
        a[i] = 0.5 * (a[i - 1] + a[i + 1]);
}
