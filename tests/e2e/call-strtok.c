/* strtok from its first call to its last within one iteration. */
#include "show.h"

#include <stdlib.h>
#include <string.h>

int main(void)
{
    int sum[12];

    FILL(sum, 12, -1);
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        char line[64];
        char *word;
        int total = 0;

        sprintf(line, "%d,%d;%d  %d", i, 2 * i, 3 * i, 1000);
        for (word = strtok(line, ",; "); word != NULL; word = strtok(NULL, ",; "))
            total += atoi(word);
        sum[i] = total;
    }
    SHOW("%d", sum, 12);
    return 0;
}
