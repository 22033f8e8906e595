/* Nobody knows which function is called. */
void f(void (*work)(double *, int), double *a, int n)
{
#pragma ppar for inout(a[i])
    for (int i = 0; i < n; i++)
        work(&a[i], i);
}
