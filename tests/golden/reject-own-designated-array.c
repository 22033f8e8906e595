/* An own block in an array with designators. */
#include <stdlib.h>

static char *result[100];
static char t[3];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *a[4] = {[2] = malloc(3), [1] = t};
        result[i] = a[2];
    }
    return result[3] == NULL;
}
