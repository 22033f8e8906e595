/* status: 0 */
/* Elements that own memory are appended. */
#include <stdlib.h>
#include <string.h>

struct word {
    char *text;
    int count;
};
#pragma ppar pack(struct word : text string)
static struct word list[500];

int main(void)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < 50; i++)
        for (int k = 0; k < i % 10; k++) {
            list[n].count = i;
            list[n].text = strdup("word");
            n++;
        }
    return n;
}
