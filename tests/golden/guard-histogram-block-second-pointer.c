/* Another pointer may lead into the block. */
#include <stdlib.h>

int f(const unsigned char *restrict v, int n)
{
    int *count = calloc(512, sizeof *count), *second;
    if (!count)
        return -1;
    second = count + 256;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        count[v[i]]++;
        second[i % 256] = i;
    }
    int most = count[0] + second[7];
    free(count);
    return most;
}
