/* status: 1 */
/* Another name for stdout is a stream like any other. */
#include <stdio.h>

void f(int quiet)
{
    FILE *out = quiet ? stderr : stdout;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (fseek(out, 0, SEEK_END) == 0)
            fprintf(out, "%d\n", i);
}
