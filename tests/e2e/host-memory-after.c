/* verdict: proven */
/* Memory that a loop wrote is ordinary memory afterwards: realloc, free, fork, another loop. */
#include "show.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int n = 20000, status = 0, *grown;
    int *a = malloc((size_t)n * sizeof *a);
    pid_t child;

    if (a == NULL)
        return 1;
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] = i;
    fflush(stdout);
    child = fork();
    if (child == 0) {
        for (int i = 0; i < n; i++)
            a[i] = -1; /* the child's own copy */
        _exit(a[5] == -1 ? 7 : 8);
    }
    waitpid(child, &status, 0);
    printf("%d %d\n", WEXITSTATUS(status), a[5]);
    SHOW("%d", a, n);
    grown = realloc(a, 4 * (size_t)n * sizeof *a);
    if (grown == NULL)
        return 1;
    for (int i = n; i < 4 * n; i++)
        grown[i] = grown[i - n] + 1;
    SHOW("%d", grown, 4 * n);
    free(grown);
    return 0;
}
