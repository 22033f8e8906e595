/* status: 1 */
/* How much is meant of what a pointer points to is not said. */
void fill(double *p, int i);

void f(double *p)
{
#pragma ppar for out(p)
    for (int i = 0; i < 100; i++)
        fill(p, i);
}
