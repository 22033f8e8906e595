/* status: 1 */
/* The table of rows ends with a null pointer, and not with the loop's bound. */
#include <limits.h>

void f(double **m)
{
#pragma ppar for
    for (int i = 0; i < INT_MAX; i++) {
        if (!m[i])
            break;
        m[i][0] = i;
    }
}
