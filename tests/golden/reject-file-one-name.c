/* status: 1 */
/* The name is made in the body, and is the same in all iterations. */
#include <stdio.h>
#include <string.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char path[32];
        strcpy(path, "scratch.tmp");
        FILE *file = fopen(path, "w+");
        fprintf(file, "%d\n", i);
        rewind(file);
        if (fscanf(file, "%d", &a[i]) != 1)
            a[i] = -1;
        fclose(file);
    }
}
