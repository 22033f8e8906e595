/* status: 1 */
/* The body installs a signal handler. */
#include <signal.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = signal(SIGUSR1, SIG_IGN) == SIG_ERR;
}
