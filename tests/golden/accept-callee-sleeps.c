/* status: 0 */
/* Sleeping has no effect. */
#define _DEFAULT_SOURCE
#include <unistd.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        usleep(10);
        a[i] = i;
    }
}
