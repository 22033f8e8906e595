/* status: 0 */
/* What is written for members of every kind. */
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    int value;
};
struct table {
    int rows, width, tag;
    double **cell;
    char *names[2];
    struct node *list, *cache;
    union {
        char *text;
        int *numbers;
    } u;
};
#pragma ppar pack(struct node : next deep)
#pragma ppar pack(struct table : cell[rows][2 * width], names string, list deep, cache skip, \
                  u when tag == 1 : text string, u when tag == 2 : numbers[rows])
static struct table result[50];
static struct table make(int i)
{
    struct table made = {.rows = 1, .width = i};
    made.cell = calloc(1, sizeof *made.cell);
    made.cell[0] = calloc(2 * i + 1, sizeof **made.cell);
    made.names[0] = strdup("one");
    made.list = calloc(1, sizeof *made.list);
    made.u.text = NULL;
    return made;
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        result[i] = make(i);
    return result[3].rows;
}
