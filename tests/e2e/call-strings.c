/* verdict: proven */
/* sprintf into a local buffer, strcpy into a row of the output. */
#include "show.h"

#include <string.h>

int main(void)
{
    char out[12][32];

    for (int i = 0; i < 12; i++)
        strcpy(out[i], "untouched");
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        char buffer[64];

        sprintf(buffer, "row %d of %s", i, i % 2 ? "many" : "a lot");
        strcat(buffer, "!");
        if (strlen(buffer) < sizeof out[i])
            strcpy(out[i], buffer);
    }
    for (int i = 0; i < 12; i++)
        puts(out[i]);
    return 0;
}
