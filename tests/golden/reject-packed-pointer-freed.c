/* status: 1 */
/* What the result points to is freed in some iterations. */
#include <stdlib.h>
#include <string.h>

#pragma ppar pack(char * : string)
static char *names[50], *others[50], old[] = "old";

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        char *made = strdup("new");
        names[i] = made;
        if (i % 3 == 0)
            free(made);
    }
    return names[3][0] + others[3][0];
}
