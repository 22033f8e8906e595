/* Strtol leaves a pointer into an own buffer. */
#include <stdlib.h>
#include <string.h>

static char *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char line[20];
        strcpy(line, "12 c");
        strtol(line, &result[i], 10);
    }
    return result[3] == NULL;
}
