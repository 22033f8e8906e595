/* Whether iterations collide depends on the distance. */
void f(double *a, int n, int m)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i + m] = a[i];
}
