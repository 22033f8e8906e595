/* An own block in a nested initializer. */
#include <stdlib.h>

struct s { struct { char *q; } in[2]; long x; };
static struct s result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct s s = {{{NULL}, {malloc(3)}}, 3};
        result[i] = s;
    }
    return result[3].in[1].q == NULL;
}
