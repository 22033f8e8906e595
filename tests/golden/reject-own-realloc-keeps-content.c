/* Realloc keeps a pointer to another own block. */
#include <stdlib.h>

struct s { char *p[4]; };
static char *out[10];
static char text[3];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        struct s *s = malloc(sizeof *s);
        if (!s) abort();
        s->p[1] = malloc(3);
        s->p[0] = text;
        s = realloc(s, 2 * sizeof *s);
        if (!s) abort();
        out[i] = s->p[1];
    }
    return out[3] == NULL;
}
