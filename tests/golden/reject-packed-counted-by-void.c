/* Of what there are n is not known. */
#include <stdlib.h>

struct vector {
    int n;
    void *value __attribute__((counted_by(n)));
};

static struct vector made[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        made[i].n = i % 5;
        made[i].value = malloc((size_t)(i % 5));
    }
}
