/* verdict: proven */
/* Blocks from malloc, calloc and realloc-free code are distinct; they can be freed and used again
   afterwards. */
#include "show.h"

#include <stdlib.h>

static void work(int n)
{
    int *a = malloc((size_t)n * sizeof *a);
    int *b = calloc((size_t)n, sizeof *b);

    if (a == NULL || b == NULL)
        exit(1);
    FILL(a, n, -1);
#pragma ppar for
    for (int i = 1; i < n - 1; i++) {
        a[i] = i;
        b[i] = 2 * a[i];
    }
    SHOW("%d", a, n);
    SHOW("%d", b, n);
    free(a);
    free(b);
}

int main(void)
{
    for (int n = 5; n < 12; n += 3)
        work(n);
    return 0;
}
