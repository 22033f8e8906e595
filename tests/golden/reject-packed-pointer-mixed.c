/* status: 1 */
/* Some of the pointers are old. */
#include <stdlib.h>
#include <string.h>

#pragma ppar pack(char * : string)
static char *names[50], *others[50], old[] = "old";

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        names[i] = old;
        if (i % 2)
            names[i] = strdup("new");
    }
    return names[3][0] + others[3][0];
}
