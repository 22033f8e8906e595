/* A function returns a record with a pointer from before the loop. */
#include <stdio.h>

struct item {
    const char *name;
    int length;
} result[100];
static const char *names[100];
static struct item make(int k)
{
    struct item item;
    item.name = names[k];
    item.length = k;
    return item;
}

int main(void)
{
    for (int i = 0; i < 100; i++)
        names[i] = "name";
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = make(i);
    printf("%s\n", result[3].name);
    return 0;
}
