/* status: 1 */
/* Each call updates its four elements and the first one of the next four. */
void relax(double *four);
double a[1000];

void f(void)
{
#pragma ppar for inout(a[4 * i : 5])
    for (int i = 0; i < 200; i++)
        relax(a + 4 * i);
}
