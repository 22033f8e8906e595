/* status: 1 */
/* Memory from before the loop would be freed in a copy of the program only. */
#include <stdlib.h>

int result[10];

void f(int *input[10])
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        int *mine = malloc(sizeof *mine);

        result[i] = mine != NULL;
        free(mine);
        free(input[i]);
    }
}
