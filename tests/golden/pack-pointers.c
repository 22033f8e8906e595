/* status: 1 */
/* Descriptions of pointers, right and wrong; and a loop that lacks one. */
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    char *text;
};

static char *names[9];
static struct node *nodes[9];
static double *rows[9];
static char **lists[9];
static void *handles[9];
static long *longs[9];
static float *floats[9], **tables[9];

#pragma ppar pack(char * : string)
#pragma ppar pack(char* : [3])
#pragma ppar pack(struct node * : next deep)
#pragma ppar pack(double ** : [])
#pragma ppar pack(char ** : [n] string)
#pragma ppar pack(float ** : [][])
#pragma ppar pack(long * : [3][4])
#pragma ppar pack(float * : string)
#pragma ppar pack(void * : deep)
#pragma ppar pack(struct nude * : deep)

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 9; i++)
        rows[i] = calloc(4, sizeof(double));
    return names[1] && nodes[1] && lists[1] && handles[1] && longs[1] && floats[1] && tables[1];
}
