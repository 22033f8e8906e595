/* status: 1 */
/* Each worker is another process. */
#include <unistd.h>

int a[100];

void f(void)
{
    pid_t self = getpid();
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = getpid() == self;
}
