/* verdict: proven */
/* exit in the middle of a chunk of a loop that could go on after failures: it is none. */
#include "show.h"
#include <stdlib.h>

static void handler(void)
{
    printf("handler\n");
}

int main(void)
{
    int a[100];

    atexit(handler);
#pragma ppar for on_failure(skip) retries(3) schedule(static)
    for (int i = 0; i < 100; i++) {
        a[i] = i;
        printf("%d\n", i);
        if (i == 37)
            exit(5);
    }
    SHOW("%d", a, 100);
    return 0;
}
