/* status: 0 */
/* Words are counted in a list, with a pointer to where the next one goes. */
#include <stdlib.h>
#include <string.h>

struct word {
    struct word *next;
    char *text;
    int count;
};
struct list {
    struct word *first;
};
#pragma ppar pack(struct word : next deep, text string)
#pragma ppar pack(struct list : first deep)
static struct list result[50];
static char lines[50][80];

static void count(struct word **at, const char *text)
{
    while (*at && strcmp((*at)->text, text))
        at = &(*at)->next;
    if (*at) {
        (*at)->count++;
        return;
    }
    *at = calloc(1, sizeof **at);
    (*at)->text = strdup(text);
    (*at)->count = 1;
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        char line[80], *state;
        struct word *list = NULL;
        strcpy(line, lines[i]);
        for (char *word = strtok_r(line, " ", &state); word; word = strtok_r(NULL, " ", &state))
            count(&list, word);
        result[i].first = list;
    }
    return result[3].first != NULL;
}
