/* The files are not closed: what was printed is written by fflush or at the end. */
#include "show.h"

int main(void)
{
    int a[6];

#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 6; i++) {
        char path[40];
        sprintf(path, "/tmp/left-open-%d.tmp", i);
        FILE *file = fopen(path, "w");
        if (file)
            fprintf(file, "%d\n", i);
    }
    fflush(NULL);
    for (int i = 0; i < 6; i++) {
        char path[40];
        sprintf(path, "/tmp/left-open-%d.tmp", i);
        FILE *file = fopen(path, "r");
        if (!file || fscanf(file, "%d", &a[i]) != 1)
            a[i] = -1;
        remove(path);
    }
    SHOW("%d", a, 6);
    return 0;
}
