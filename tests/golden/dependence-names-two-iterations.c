/* status: 1 */
/* The error is at the read, the note at the write of an earlier iteration. */
double a[100], b[100];

void f(int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = a[i - 1] + b[i];
}
