/* status: 1 */
/* An iteration reads what the one before it has made. */
#include <stdlib.h>
#include <string.h>

#pragma ppar pack(char * : string)
static char *names[50], *others[50], old[] = "old";

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        names[i] = strdup("new");
        if (i > 0)
            others[i] = strdup(names[i - 1]);
    }
    return names[3][0] + others[3][0];
}
