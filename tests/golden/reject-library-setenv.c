/* status: 1 */
/* The environment is changed. */
#define _DEFAULT_SOURCE
#include <stdlib.h>

const char *a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = getenv("NAME");
        setenv("NAME", "value", 1);
    }
}
