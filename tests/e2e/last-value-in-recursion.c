/* The loop has run in a call inside before its function reads the variable. */
#include "show.h"

static int x;

static void run(int depth)
{
    int a[40];

    if (depth)
        run(depth - 1);
    printf("%d\n", x);
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 40; i++) {
        x = 2 * i + depth;
        a[i] = x + 1;
    }
    SHOW("%d", a, 40);
}

int main(void)
{
    run(2);
    return 0;
}
