/* A histogram in a block whose size the allocator knows. */
#include <stdlib.h>

int f(const unsigned char *restrict v, int n)
{
    int *count = calloc(256, sizeof *count);
    if (!count)
        return -1;
#pragma ppar for
    for (int i = 0; i < n; i++)
        count[v[i]]++;
    int most = count[0];
    free(count);
    return most;
}
