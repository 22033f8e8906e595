/* status: 0 */
/* A string is left in the buffer on either path. */
#include <stdio.h>
#include <string.h>

static char buffer[32];
char row[100][32];
int b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] > 0)
            sprintf(buffer, "%d", b[i]);
        else
            strcpy(buffer, "none");
        strcpy(row[i], buffer);
    }
}
