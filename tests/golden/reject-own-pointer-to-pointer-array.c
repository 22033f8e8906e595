/* An own block through three pointers. */
#include <stdlib.h>

static char **out[10];
static char *cells[10];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        char **pp = &cells[i];
        char ***ppp = &pp;
        **ppp = malloc(3);
        out[i] = pp;
    }
    return out[3] == NULL;
}
