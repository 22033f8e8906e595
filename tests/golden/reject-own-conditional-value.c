/* An own block under a condition. */
#include <stdlib.h>

static char text[4];
static char *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = i > 50 ? text : malloc(4);
    return result[3] == NULL;
}
