/* status: 0 */
/* An array of the function's own and a pointer from outside. */
void f(const int *p, int *sum)
{
    int a[100];
    int total = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = p[i] + 1;
    for (int i = 0; i < 100; i++)
        total += a[i];
    *sum = total;
}
