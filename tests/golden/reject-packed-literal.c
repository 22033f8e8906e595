/* status: 1 */
/* Where the condition holds, the pointer is one of the program's own, and must stay it. */
#include <stdlib.h>
#include <string.h>

struct item {
    char *name;
};
#pragma ppar pack(struct item : name string)
static struct item result[50];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        char *name = i % 3 ? strdup("new") : "none";
        result[i].name = name;
    }
    return result[3].name[0];
}
