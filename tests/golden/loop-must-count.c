/* status: 1 */
/* Headers that do not count an integer from a start to a bound by a fixed step. */
int a[100];

void f(int n)
{
    int i, k;

#pragma ppar for
    for (int j = 1; j < 100; j *= 2)
        a[j] = 1;
#pragma ppar for
    for (double x = 0; x < 100; x += 1)
        a[(int)x] = 1;
#pragma ppar for
    for (i = 0, k = 1; i < n; i++)
        a[i] = k;
#pragma ppar for
    for (i = 0; i < n && a[i] > 0; i++)
        a[i] = 1;
#pragma ppar for
    for (i = n; i > 0; i++)
        a[i] = 1;
#pragma ppar for
    for (i = 0; i < n;)
        a[i++] = 1;
#pragma ppar for
    for (i = 0;; i++)
        a[i] = 1;
#pragma ppar for
    for (; i < n; i++)
        a[i] = 1;
}
