/* A block that is freed again. */
#include <stdio.h>
#include <stdlib.h>

static double result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        double *line = malloc(8 * sizeof *line);
        if (!line)
            abort();
        for (int k = 0; k < 8; k++)
            line[k] = i + k;
        result[i] = line[7];
        free(line);
    }
    printf("%g\n", result[3]);
    return 0;
}
