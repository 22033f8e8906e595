/* Files that are opened to be read. */
#include <stdio.h>

int f(char (*name)[32], int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        FILE *file = fopen(name[i], "r");
        int first;
        if (!file)
            return -1;
        first = getc(file);
        fclose(file);
        if (first == '#') {
            fprintf(stderr, "%s\n", name[i]);
            return i;
        }
    }
    return n;
}
