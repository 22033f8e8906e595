/* verdict: proven */
/* The program's own child is still there to be waited for. */
#include "show.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int a[10], status = -1;
    pid_t early, late, waited;

    FILL(a, 10, -1);
    fflush(stdout);
    early = fork();
    if (early == 0)
        _exit(42);
    late = fork();
    if (late == 0) {
        usleep(200000);
        _exit(43);
    }
#pragma ppar for
    for (int i = 1; i < 9; i++)
        a[i] = i;
    SHOW("%d", a, 10);
    waited = waitpid(early, &status, 0);
    printf("%d %d\n", waited == early, WEXITSTATUS(status));
    waited = wait(&status);
    printf("%d %d\n", waited == late, WEXITSTATUS(status));
    printf("%d\n", (int)wait(&status));
    return 0;
}
