/* The subscripts may be those that are written, and what is read is not. */
static int x[100], y[100];

static void pick(int *to, const int *in, const int *index, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        to[i] = in[index[n - 1 - i]];
}

void f(int n)
{
    pick(x, y, x, n);
}
