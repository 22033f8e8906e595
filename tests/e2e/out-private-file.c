/* A file of each iteration's own, opened, written, read and removed in the body. */
#include "show.h"

#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    int a[10];
    char folder[] = "/tmp/ppcc-test-XXXXXX";

    if (mkdtemp(folder) == NULL)
        return 1;
    FILL(a, 10, -1);
#pragma ppar for
    for (int i = 1; i < 9; i++) {
        char path[64];
        FILE *file;

        sprintf(path, "%s/%d", folder, i);
        file = fopen(path, "w");
        if (file != NULL) {
            fprintf(file, "%d\n", i * i);
            fclose(file);
        }
        file = fopen(path, "r");
        if (file != NULL) {
            if (fscanf(file, "%d", &a[i]) != 1)
                a[i] = -2;
            fclose(file);
        }
        remove(path);
    }
    rmdir(folder);
    SHOW("%d", a, 10);
    return 0;
}
