/* status: 1 */
/* A member of the results is a string from the heap. */
#define _DEFAULT_SOURCE
#include <string.h>

struct result {
    int number;
    char *name;
} r[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        r[i].number = i;
        r[i].name = strdup("name");
    }
}
