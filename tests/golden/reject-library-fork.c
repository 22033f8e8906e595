/* status: 1 */
/* The body forks. */
#include <unistd.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = (int)fork();
}
