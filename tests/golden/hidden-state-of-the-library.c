/* status: 1 */
/* The random numbers depend on how often rand was called before. */
#include <stdlib.h>
#include <string.h>

int a[100];
char *word[100];

void f(char *line)
{
    strtok(line, " ");
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *next = strtok(NULL, " ");

        a[i] = rand() + (next != NULL);
    }
}
