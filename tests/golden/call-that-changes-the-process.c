/* status: 1 */
/* A worker's folder, children and signal handlers are not those of the program. */
#include <signal.h>
#include <unistd.h>

int result[10];

void f(char **folder)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        if (chdir(folder[i]) == 0)
            result[i] = (int)fork();
        signal(SIGINT, SIG_IGN);
    }
}
