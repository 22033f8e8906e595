/* status: 0 */
/* A counter of type size_t. */
#include <stddef.h>

double a[1000], b[1000];

void f(size_t n)
{
#pragma ppar for
    for (size_t i = 0; i < n; ++i)
        a[i] = 2.0 * b[i];
}
