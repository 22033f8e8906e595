/* status: 1 */
/* What an iteration cannot take back. */
#include <stdio.h>
#include <unistd.h>

void f(const double *x, int n)
{
#pragma ppar for output(live)
    for (int i = 0; i < n; i++)
        if (x[i] < 0)
            break;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        char name[32];
        sprintf(name, "%d.out", i);
        if (x[i] < 0)
            break;
        unlink(name);
    }
#pragma ppar for
    for (int i = 0; i < n; i++) {
        char name[32];
        FILE *file;
        sprintf(name, "%d.out", i);
        file = fopen(name, "w");
        if (!file)
            return;
        fclose(file);
    }
}
