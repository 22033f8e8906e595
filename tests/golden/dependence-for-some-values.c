/* status: 1 */
/* Whether iterations collide depends on m, and they do unless it is below 0: no guard. */
void f(double *a, int n, int m)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (m >= 0)
            a[i + 1] = a[i];
}
