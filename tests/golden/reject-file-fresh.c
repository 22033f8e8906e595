/* status: 1 */
/* The other file knows the block, too. */
double *make(int);
double peek(int);

void f(int n)
{
    double *block = make(n + 1);
    if (!block)
        return;
#pragma ppar for
    for (int i = 0; i < n; i++)
        block[i + 1] = peek(i);
}
