/* A recursive function makes a tree. */
#include <stdlib.h>

struct tree { struct tree *l, *r; int v; };
static struct tree *build(int d)
{
    if (d == 0) return NULL;
    struct tree *t = malloc(sizeof *t);
    if (!t) abort();
    t->l = build(d - 1);
    t->r = build(d - 1);
    t->v = d;
    return t;
}
static struct tree *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = build(3);
    return result[3]->v;
}
