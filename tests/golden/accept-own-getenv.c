/* Strings of the environment. */
#include <stdlib.h>

static char *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = getenv("HOME");
    return result[3] == NULL;
}
