/* verdict: proven */
/* Memory that is taken and given back within one iteration. */
#include "show.h"

#include <stdlib.h>

int main(void)
{
    int a[16];

    FILL(a, 16, -1);
#pragma ppar for
    for (int i = 1; i < 15; i++) {
        int *t = malloc((size_t)(i + 1) * sizeof *t);
        int *zero = calloc(4, sizeof *zero);

        if (t == NULL || zero == NULL)
            abort();
        for (int k = 0; k <= i; k++)
            t[k] = k * k;
        a[i] = t[i] + zero[i % 4];
        free(zero);
        free(t);
    }
    SHOW("%d", a, 16);
    return 0;
}
