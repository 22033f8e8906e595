/* status: 1 */
/* The results are open streams. */
#include <stdio.h>

FILE *file[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        file[i] = fopen("/dev/null", "w");
}
