/* What sprintf leaves in a buffer that is used later is one string. */
#include <stdio.h>

char line[80];
char name[10][16];

int f(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        snprintf(line, sizeof line, "row %d", i);
        snprintf(name[i], sizeof name[i], "%s.txt", line);
    }
    return line[4];
}
