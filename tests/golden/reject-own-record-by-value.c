/* A function returns a record with an own block. */
#include <stdio.h>
#include <stdlib.h>

struct item {
    char *name;
    int length;
} result[100];
static struct item make(int k)
{
    struct item item = {malloc(8), k};
    return item;
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = make(i);
    printf("%d\n", result[3].length);
    return 0;
}
