/* The address of a parameter. */
#include <stddef.h>

static int *result[100];
static int *self(int k) { int *p = &k; return p; }
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = self(i);
    return result[3] == NULL;
}
