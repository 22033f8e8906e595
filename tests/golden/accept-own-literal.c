/* String literals. */
#include <stdio.h>

static const char *result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = i % 2 ? "odd" : "even";
    printf("%s\n", result[1]);
    return 0;
}
