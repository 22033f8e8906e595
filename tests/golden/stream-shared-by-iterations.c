/* status: 1 */
/* A stream has one position for all iterations. */
#include <stdio.h>

int in[10];

void f(FILE *log)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        if (scanf("%d", &in[i]) == 1)
            fprintf(log, "%d\n", i);
    }
}
