/* Memory from alloca. */
#include <alloca.h>
#include <stdio.h>

static char *result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = alloca(8);
    printf("%d\n", result[3] != NULL);
    return 0;
}
