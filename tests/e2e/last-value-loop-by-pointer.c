/* The loop has run by a call through a pointer before the variable is read. */
#include "show.h"

static int x;

static void run(void)
{
    int a[40];

#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 40; i++) {
        x = 2 * i;
        a[i] = x + 1;
    }
    SHOW("%d", a, 40);
}

int main(void)
{
    void (*volatile call)(void) = run;

    call();
    printf("%d\n", x);
    run();
    return 0;
}
