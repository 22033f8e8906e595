/* A scratch structure with an own block is copied. */
#include <stdlib.h>

struct s { char *p; int k; };
static struct s scratch, out[10];
static void fill(struct s *s) { s->p = malloc(3); s->k = 1; }
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        fill(&scratch);
        out[i] = scratch;
    }
    return out[3].k;
}
