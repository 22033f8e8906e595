/* status: 1 */
/* The descriptor is open in the worker alone. */
#include <fcntl.h>

int f(char (*name)[32], int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        int fd = open(name[i], O_RDONLY);
        if (fd >= 0)
            return fd;
    }
    return -1;
}
