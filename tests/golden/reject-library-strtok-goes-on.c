/* status: 1 */
/* strtok(NULL) takes the next word of a text begun before the loop. */
#include <string.h>

char text[1000];
char *word[100];

void f(void)
{
    strtok(text, " ");
#pragma ppar for
    for (int i = 0; i < 100; i++)
        word[i] = strtok(NULL, " ");
}
