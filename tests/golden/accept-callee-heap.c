/* status: 0 */
/* Memory taken and given back in the body. */
#include <stdlib.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int *t = malloc((size_t)(i + 1) * sizeof *t);

        if (t == NULL)
            continue;
        for (int k = 0; k <= i; k++)
            t[k] = k;
        a[i] = t[i];
        free(t);
    }
}
