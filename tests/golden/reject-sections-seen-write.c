/* status: 1 */
/* The body itself writes what a later iteration's call reads. */
double look(const double *p);
double a[101], s[100];

void f(void)
{
#pragma ppar for in(a[i])
    for (int i = 0; i < 100; i++) {
        s[i] = look(&a[i]);
        a[i + 1] = i;
    }
}
