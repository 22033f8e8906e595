/* status: 1 */
/* Whether iterations collide depends on m: the witness says for which m they do. */
void f(double *a, int n, int m)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (m >= 0)
            a[i + 1] = a[i];
}
