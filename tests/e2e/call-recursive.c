/* verdict: proven */
/* Recursive and mutually recursive callees. */
#include "show.h"

static int fibonacci(int n)
{
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

static int odd(int n);

static int even(int n)
{
    return n == 0 ? 1 : odd(n - 1);
}

static int odd(int n)
{
    return n == 0 ? 0 : even(n - 1);
}

int main(void)
{
    int a[20], b[20];

    FILL(a, 20, -1);
    FILL(b, 20, -1);
#pragma ppar for schedule(dynamic, 1)
    for (int i = 1; i < 19; i++) {
        a[i] = fibonacci(i);
        b[i] = even(i);
    }
    SHOW("%d", a, 20);
    SHOW("%d", b, 20);
    return 0;
}
