/* status: 1 */
/* Each reason has its place, and two iterations where they are known. */
double a[100], b[100];

double f(int n, double (*function)(int))
{
    double x = 0;

#pragma ppar for
    for (int i = 1; i < n; i++) {
        a[i] = a[i - 1] + b[i];
        b[i] = x;
        x = a[i];
    }
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] = function(i);
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (b[i] > 0)
            break;
#pragma ppar for wrokers(2)
    for (int i = 0; i < n; i++)
        a[i] = i;
    return x;
}
