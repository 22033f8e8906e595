/* status: 0 */
/* A text made in a local buffer and copied to its row. */
#include <stdio.h>
#include <string.h>

char row[100][32];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char text[32];

        sprintf(text, "row %d", i);
        strcpy(row[i], text);
    }
}
