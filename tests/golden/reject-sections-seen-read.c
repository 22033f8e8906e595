/* status: 1 */
/* The body itself reads what an earlier iteration's call has written. */
void fill(double *p);
double a[100], s[100];

void f(void)
{
#pragma ppar for out(a[i])
    for (int i = 1; i < 100; i++) {
        fill(&a[i]);
        s[i] = a[i - 1];
    }
}
