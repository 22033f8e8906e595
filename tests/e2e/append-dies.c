/* verdict: proven */
/* An iteration ends the program; what those before have printed is there. */
#include "show.h"

#include <stdlib.h>

static int out[300];

int main(void)
{
    int n = 0;

#pragma ppar for schedule(dynamic, 2)
    for (int i = 0; i < 200; i++) {
        out[n++] = i;
        printf("%d\n", i);
        if (i == 120)
            exit(7);
        if (i % 2)
            out[n++] = -i;
    }
    SHOW("%d", out, 300);
    return 0;
}
