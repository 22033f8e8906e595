/* status: 1 */
/* Bytes are read from one descriptor. */
#include <unistd.h>

char a[100];

void f(int fd)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (read(fd, &a[i], 1) != 1)
            a[i] = 0;
}
