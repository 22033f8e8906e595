/* A global string buffer, written by sprintf and read as a string in each iteration. */
#include "show.h"

#include <string.h>

static char buffer[80];

static void label(int i)
{
    sprintf(buffer, "label %d%s", i, i % 3 ? "" : ", divisible by three");
}

int main(void)
{
    char out[20][40];
    size_t length[20];

    for (int i = 0; i < 20; i++)
        strcpy(out[i], "-");
    FILL(length, 20, 99);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        label(i);
        length[i] = strlen(buffer);
        strcpy(out[i], buffer);
    }
    for (int i = 0; i < 20; i++)
        puts(out[i]);
    SHOW("%zu", length, 20);
    return 0;
}
