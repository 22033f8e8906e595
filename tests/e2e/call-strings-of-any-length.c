/* verdict: proven */
/* Strings of several lengths: what lies behind their ends stays. */
#include "show.h"

#include <string.h>

int main(void)
{
    char row[12][16];

    for (int i = 0; i < 12; i++)
        memset(row[i], '#', 16);
#pragma ppar for
    for (int i = 1; i < 11; i++)
        strcpy(row[i], i % 2 ? "short" : "a longer one");
    fwrite(row, 1, sizeof row, stdout);
    putchar('\n');
#pragma ppar for
    for (int i = 1; i < 11; i++)
        sprintf(row[i], "%0*d", i, i);
    fwrite(row, 1, sizeof row, stdout);
    return 0;
}
