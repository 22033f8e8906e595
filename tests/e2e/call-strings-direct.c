/* sprintf, snprintf, memset, memcpy straight into the rows of the output. */
#include "show.h"

#include <string.h>

int main(void)
{
    char a[10][16] = {""}, b[10][16] = {""}, c[10][8], d[10][8];
    char text[40] = "";
    int length[10];

    FILL(length, 10, -1);
    for (int k = 0; k < 39; k++)
        strcat(text, "t");
    for (int i = 0; i < 10; i++) {
        strcpy(a[i], "untouched");
        strcpy(b[i], "untouched");
        memset(c[i], '.', 8);
        memset(d[i], ',', 8);
    }
#pragma ppar for
    for (int i = 1; i < 9; i++) {
        sprintf(a[i], "%d", i * i * i);
        length[i] = snprintf(b[i], sizeof b[i], "%d %s", i, text);
        memset(c[i], 'a' + i, 5);
        memcpy(d[i], c[i], 8);
    }
    fwrite(a, 1, sizeof a, stdout);
    fwrite(b, 1, sizeof b, stdout);
    fwrite(c, 1, sizeof c, stdout);
    fwrite(d, 1, sizeof d, stdout);
    SHOW("%d", length, 10);
    return 0;
}
