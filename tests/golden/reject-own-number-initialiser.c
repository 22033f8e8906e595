/* An address as a number in an initializer. */
#include <stdlib.h>

struct s { long a, b; };
static struct s result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct s s = {1, (long)malloc(3)};
        result[i] = s;
    }
    return result[3].b == 0;
}
