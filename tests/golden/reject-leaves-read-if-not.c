/* status: 1 */
/* What an iteration that does not leave has written is read by the next. */
static double a[100], b[100];

void f(int n)
{
    double t = 0;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        a[i] = t;
        if (b[i] < 0)
            return;
        t = b[i];
    }
}
