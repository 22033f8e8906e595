/* Each call gives arrays of their own, which need no test and no restrict. */
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
    pick(y, x, from, n);
}

int g(int i)
{
    return x[i] + y[i];
}
