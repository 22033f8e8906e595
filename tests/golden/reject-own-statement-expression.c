/* An own block out of a statement expression. */
#include <stdlib.h>

static char *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = ({ char *p = malloc(3); p; });
    return result[3] == NULL;
}
