/* The elements that are never written do not even exist. */
#include "show.h"

#include <stdlib.h>

int main(void)
{
    int n = 4000000, *p = malloc(10 * sizeof *p);
    unsigned char *flag = calloc((size_t)n, 1);

    if (!p || !flag)
        return 1;
    FILL(p, 10, -1);
    for (int i = 0; i < 10; i++)
        flag[i] = i != 4;
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (flag[i])
            p[i] = i;
    SHOW("%d", p, 10);
    free(flag);
    free(p);
    return 0;
}
