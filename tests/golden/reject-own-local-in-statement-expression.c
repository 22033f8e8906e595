/* A variable of a statement expression. */
#include <stddef.h>

static int *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = ({ int k = i; &k; });
    return result[3] == NULL;
}
