/* status: 1 */
/* The results are open descriptors, which are mere numbers. */
#include <fcntl.h>

int fd[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        fd[i] = open("/dev/null", O_RDONLY);
}
