/* status: 0 */
/* Quotient and remainder for reading. */
double a[100], p[10], q[10];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = p[i / 10] * q[i % 10];
}
