/* One of several functions returns an own block. */
#include <stdlib.h>

static char *a(void) { static char t[3]; return t; }
static char *b(void) { return malloc(3); }
static char *(*const table[])(void) = {a, b};
static char *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = table[i % 2]();
    return result[3] == NULL;
}
