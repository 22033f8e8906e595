/* A function leaves an own block through a pointer to a pointer. */
#include <stdio.h>
#include <string.h>

static char *name[100];
static void load(char **to)
{
    *to = strdup("abc");
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        load(&name[i]);
    printf("%s\n", name[3]);
    return 0;
}
