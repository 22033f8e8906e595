/* status: 1 */
/* The section begins before the element, where an earlier iteration has written. */
void smooth(double *p);
double a[1000];

void f(void)
{
#pragma ppar for in(a[i - 2 : 2]) out(a[i])
    for (int i = 2; i < 1000; i++)
        smooth(a + i);
}
