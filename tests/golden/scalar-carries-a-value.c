/* status: 1 */
/* Each iteration uses what the one before it has left in x. */
double a[100], b[100];

void f(void)
{
    double x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = b[i] - x;
        x = b[i];
    }
}
