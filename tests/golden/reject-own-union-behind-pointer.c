/* The same through a pointer to it. */
#include <stdlib.h>

union u { char *p; long n; };
static union u scratch;
static union u *where = &scratch;
static long out[10];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        union u *w = where;
        w->p = malloc(3);
        out[i] = w->n;
    }
    return out[3] == 0;
}
