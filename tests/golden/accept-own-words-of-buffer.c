/* The words of an own buffer are looked at. */
#include <stdio.h>
#include <string.h>

static int out[10];
static char first[10];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        char line[40], *words[8];
        int n = 0;
        sprintf(line, "%d a%d bb", i, i * i);
        for (char *w = strtok(line, " "); w && n < 8; w = strtok(NULL, " "))
            words[n++] = w;
        out[i] = n + (int)strlen(words[1]);
        first[i] = words[1][1];
    }
    return out[3] + first[2];
}
