/* A pointer out of a structure of the library's. */
#include <locale.h>

static char *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = localeconv()->decimal_point;
    return result[3] == NULL;
}
