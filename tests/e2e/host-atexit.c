/* verdict: proven */
/* atexit handlers, constructors and destructors run once, in the parent. */
#include "show.h"

#include <stdlib.h>

__attribute__((constructor)) static void at_start(void)
{
    puts("constructor");
}

__attribute__((destructor)) static void at_end(void)
{
    puts("destructor");
}

static void at_exit(void)
{
    puts("atexit");
}

int main(void)
{
    int a[10];

    atexit(at_exit);
    FILL(a, 10, -1);
#pragma ppar for
    for (int i = 1; i < 9; i++)
        a[i] = i;
    SHOW("%d", a, 10);
    return 3;
}
