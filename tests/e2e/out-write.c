/* write(1) beside printf, with the flushes that make their order plain. */
#include "show.h"

#include <string.h>
#include <unistd.h>

int main(void)
{
    printf("before\n");
    fflush(stdout);
#pragma ppar for
    for (int i = 0; i < 20; i++) {
        char line[32];

        printf("printf %d\n", i);
        fflush(stdout);
        snprintf(line, sizeof line, "write %d\n", i);
        if (write(1, line, strlen(line)) < 0)
            printf("write failed\n");
    }
    printf("after\n");
    return 0;
}
