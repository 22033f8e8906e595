/* status: 1 */
/* The first iteration makes the folder, and the others find it there. */
#include <sys/stat.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = mkdir("made.tmp", 0755) == 0;
}
