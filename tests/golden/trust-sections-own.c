/* Memory of the iteration's own is passed; no clause need name it. */
#include <stdlib.h>
void fill(double *p, int *count, double x);
double x[100], s[100];

void f(void)
{
#pragma ppar for in(x[i])
    for (int i = 0; i < 100; i++) {
        double *block = malloc(8 * sizeof *block);
        int count = 0;
        if (!block)
            abort();
        fill(block, &count, x[i]);
        s[i] = count ? block[count - 1] : 0;
        free(block);
    }
}
