/* status: 1 */
/* The state is written by one function and read by the other. */
static int state;
int a[100];

static int pong(int n);

static int ping(int n)
{
    state = state * 3 + n;
    return n == 0 ? 0 : pong(n - 1);
}

static int pong(int n)
{
    return n == 0 ? state : ping(n - 1);
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = ping(i % 5);
}
