/* status: 1 */
/* The body makes an outer block larger. */
#include <stdlib.h>

int *f(int n)
{
    int *a = NULL;

#pragma ppar for
    for (int i = 0; i < n; i++) {
        a = realloc(a, (size_t)(i + 1) * sizeof *a);
        a[i] = i;
    }
    return a;
}
