/* Bsearch finds an element of an own table. */
#include <stdlib.h>

static void *kept;
static int compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}
static const int *found[100];
int main(void)
{
    (void)kept;
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int table[4] = {1, 2, 3, 4}, key = 3;
        found[i] = bsearch(&key, table, 4, sizeof *table, compare);
    }
    return found[3] == NULL;
}
