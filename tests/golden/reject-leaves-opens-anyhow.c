/* status: 1 */
/* The mode is not known. */
#include <stdio.h>

void f(int n, const char *mode)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        char name[32];
        FILE *file;
        sprintf(name, "%d.out", i);
        file = fopen(name, mode);
        if (!file)
            break;
        fclose(file);
    }
}
