/* A buffer of the library's. */
#include <stdio.h>
#include <string.h>

static char *result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = strerror(i);
    printf("%d\n", result[3] != NULL);
    return 0;
}
