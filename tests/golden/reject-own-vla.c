/* An array of variable length. */
#include <stddef.h>

static char *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char line[i + 1];
        line[0] = 0;
        result[i] = line;
    }
    return result[3] == NULL;
}
