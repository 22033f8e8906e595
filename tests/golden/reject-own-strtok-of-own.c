/* Strtok walks through an own buffer. */
#include <string.h>

static char *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char line[20];
        strcpy(line, "a b c");
        strtok(line, " ");
        result[i] = strtok(NULL, " ");
    }
    return result[3] == NULL;
}
