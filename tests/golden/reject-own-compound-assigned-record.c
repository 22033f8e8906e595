/* An address as a number in a compound literal. */
#include <stdlib.h>

struct s { long a, b; };
static struct s result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = (struct s){.b = (long)malloc(3)};
    return result[3].b == 0;
}
