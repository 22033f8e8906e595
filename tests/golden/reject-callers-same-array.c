/* status: 1 */
/* One of the calls gives the same array twice, and how far it is read is not known. */
static int x[100], y[100], from[100];

static void pick(int *to, const int *in, const int *index, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        to[i] = in[index[i]];
}

void f(int n)
{
    pick(x, y, from, 100);
    pick(x, x, from, n);
}
