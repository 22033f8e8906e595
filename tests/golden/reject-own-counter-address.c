/* The address of the counter. */
#include <stddef.h>

static int *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = &i;
    return result[3] == NULL;
}
