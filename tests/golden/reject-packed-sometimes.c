/* status: 1 */
/* Behind the loop it is not known which members are new and which are still the old ones. */
#include <stdlib.h>
#include <string.h>

struct item {
    char *name;
};
#pragma ppar pack(struct item : name string)
static struct item result[50];
static int wanted[50];

static void set(struct item *item, int index)
{
    if (wanted[index] > 3) {
        char *copy = strdup("new");
        item->name = copy;
    }
}

int main(void)
{
    for (int i = 0; i < 50; i++)
        result[i].name = strdup("old");
#pragma ppar for
    for (int i = 0; i < 50; i++)
        set(&result[i], i);
    return result[3].name[0];
}
