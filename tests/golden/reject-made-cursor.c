/* status: 1 */
/* The library keeps in new memory where it is in a string from before the loop. */
#include <stdlib.h>
#include <string.h>

struct words {
    char *rest;
};
static char line[50][80];
static char first[50];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        struct words *words = calloc(1, sizeof *words);
        char *word = strtok_r(line[i / 2], " ", &words->rest);
        if (word)
            words->rest[0] = '.';
        first[i] = line[i / 2][3];
    }
    return first[3];
}
