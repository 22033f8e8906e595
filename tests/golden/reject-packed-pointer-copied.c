/* status: 1 */
/* A pointer is copied byte by byte, so that nobody knows which one it is. */
#include <stdlib.h>
#include <string.h>

#pragma ppar pack(char * : string)
static char *names[50], *others[50], old[] = "old";

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        char *made = strdup("new");
        memcpy(&names[i], &made, sizeof made);
    }
    return names[3][0] + others[3][0];
}
