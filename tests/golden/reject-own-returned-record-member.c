/* A member of a returned record. */
#include <stdlib.h>

struct s { char b[8]; char *p; };
static struct s make(void) { struct s s = {.p = malloc(3)}; return s; }
static char *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = make().p;
    return result[3] == NULL;
}
