/* status: 1 */
/* Whether a new text is begun depends on the data. */
#include <string.h>

char line[100][20];
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *word = strtok(b[i] > 0 ? line[i] : NULL, " ");

        a[i] = word != NULL ? word[0] : 0;
    }
}
