/* It was made from a global pointer, which a call may have set. */
double *grid;
void shift(void);

void f(int n)
{
    double *q = grid + n;

    shift();
#pragma ppar for
    for (int i = 0; i < n; i++)
        q[i] = grid[i] * 2;
}
