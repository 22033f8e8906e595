/* parallel --results DIR, save in parfor: a file for each iteration. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 8; i++) {
        char name[40];
        snprintf(name, sizeof name, "result-%d.txt", i);
        FILE *file = fopen(name, "w");
        if (file == NULL)
            abort();
        fprintf(file, "%d\n", i * i);
        fclose(file);
    }
    for (int i = 0; i < 8; i++) {
        char name[40];
        int square = -1;
        snprintf(name, sizeof name, "result-%d.txt", i);
        FILE *file = fopen(name, "r");
        if (file != NULL && fscanf(file, "%d", &square) == 1)
            printf("%s: %d\n", name, square);
        if (file != NULL)
            fclose(file);
        remove(name);
    }
    return 0;
}
