/* An own block through a variable of a private clause. */
#include <stdlib.h>

static char *tmp;
static char *out[10];
int main(void)
{
#pragma ppar for private(tmp)
    for (int i = 0; i < 10; i++) {
        tmp = malloc(3);
        out[i] = tmp;
    }
    return out[3] == NULL;
}
