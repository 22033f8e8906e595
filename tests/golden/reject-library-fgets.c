/* status: 1 */
/* Lines are read from one stream. */
#include <stdio.h>
#include <stdlib.h>

int a[100];

void f(FILE *in)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char line[80];

        if (fgets(line, sizeof line, in) != NULL)
            a[i] = atoi(line);
    }
}
