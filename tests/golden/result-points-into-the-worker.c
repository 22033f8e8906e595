/* status: 1 */
/* Memory that an iteration allocates stays in the worker. */
#include <stdlib.h>

struct row {
    int count;
    double *values;
} row[10];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        row[i].count = i;
        row[i].values = malloc((size_t)i * sizeof(double));
    }
}
