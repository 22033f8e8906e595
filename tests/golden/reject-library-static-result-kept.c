/* status: 1 */
/* The result points to a buffer of the library, which every call overwrites. */
#include <time.h>

char *text[100];
time_t when[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        text[i] = ctime(&when[i]);
}
