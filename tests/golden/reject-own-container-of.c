/* From a member back to the own block. */
#include <stddef.h>
#include <stdlib.h>

struct inner { int x; };
struct outer { int a; struct inner in; };
static struct outer *result[100];
static struct inner *make(void) { struct outer *o = malloc(sizeof *o); return &o->in; }
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct inner *in = make();
        result[i] = (struct outer *)((char *)in - offsetof(struct outer, in));
    }
    return result[3] == NULL;
}
