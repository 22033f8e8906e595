/* parallel itself: a command for each value, its output in order. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 6; i++) {
        char command[80];
        snprintf(command, sizeof command, "expr %d \\* %d + 1", i, i);
        if (system(command) != 0)
            printf("no result for %d\n", i);
    }
    return 0;
}
