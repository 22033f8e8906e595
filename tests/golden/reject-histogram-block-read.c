/* status: 1 */
/* An element is read in every iteration. */
#include <stdlib.h>

int f(const unsigned char *restrict v, int *restrict out, int n)
{
    int *count = calloc(256, sizeof *count);
    if (!count)
        return -1;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        count[v[i]]++;
        out[i] = count[3];
    }
    int most = count[0];
    free(count);
    return most;
}
