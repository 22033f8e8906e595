/* A pointer's bytes, copied as text. */
#include <stdlib.h>
#include <string.h>

static char result[100][8];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *p = malloc(4);
        strncpy(result[i], (char *)&p, 8);
    }
    return result[3][0];
}
