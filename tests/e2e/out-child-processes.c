/* Child processes that inherit stdout. */
#include "show.h"

#include <stdlib.h>

int main(void)
{
    fflush(stdout);
#pragma ppar for
    for (int i = 0; i < 8; i++) {
        char command[64];

        printf("before %d\n", i);
        fflush(stdout);
        sprintf(command, "echo child %d; exit %d", i, i % 3);
        if (system(command) < 0)
            printf("no shell\n");
    }
    printf("after\n");
    return 0;
}
