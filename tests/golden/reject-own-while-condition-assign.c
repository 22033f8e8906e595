/* An own block that a condition assigns. */
#include <stdlib.h>

static char *out[10];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        char *p;
        int n = 0;
        while ((p = malloc(3)) == NULL && n++ < 3)
            ;
        out[i] = p;
    }
    return out[3] == NULL;
}
