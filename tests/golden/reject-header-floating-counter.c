/* status: 1 */
/* The counter is a floating-point variable. */
int a[100];

void f(void)
{
#pragma ppar for
    for (double x = 0.0; x < 100.0; x += 1.0)
        a[(int)x] = 1;
}
