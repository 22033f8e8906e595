/* status: 0 */
/* Strcpy fills the global line, strtok cuts it up, all in one iteration. */
#include <stdlib.h>
#include <string.h>

static char line[80];
static char record[100][80];
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *word;
        int sum = 0;

        strcpy(line, record[i]);
        for (word = strtok(line, " "); word != NULL; word = strtok(NULL, " "))
            sum += atoi(word);
        a[i] = sum;
    }
}
