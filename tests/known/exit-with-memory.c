/* What the iteration that ends the program has printed and written is there at the end. */
#include "show.h"

#include <stdlib.h>

static int a[20];

static void at_end(void)
{
    SHOW("%d", a, 20);
}

static void check(int i)
{
    if (i == 11) {
        printf("iteration %d is bad\n", i);
        exit(3);
    }
}

int main(void)
{
    atexit(at_end);
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 20; i++) {
        printf("iteration %d\n", i);
        a[i] = i + 1;
        check(i);
        a[i] = i + 100;
    }
    return 0;
}
