/* The static variable is read when the program ends. */
#include "show.h"

static int x;

__attribute__((destructor)) static void at_end(void)
{
    printf("%d\n", x);
}

int main(void)
{
    int a[40];

#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 40; i++) {
        x = 2 * i;
        a[i] = x + 1;
    }
    SHOW("%d", a, 40);
    return 0;
}
