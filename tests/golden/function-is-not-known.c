/* status: 1 */
/* A function without a body in sight, and one behind a pointer. */
double simulate(int row);

double a[100];

void f(double (*function)(int))
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = simulate(i);
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = function(i);
}
