/* status: 0 */
/* The pointer is the iteration's own buffer or a constant. */
#include <stdio.h>
#include <string.h>

char row[100][32];
int b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char buffer[32];
        const char *text;

        sprintf(buffer, "%d", b[i]);
        text = b[i] > 0 ? buffer : "none";
        strcpy(row[i], text);
    }
}
