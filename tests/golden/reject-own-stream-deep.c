/* A stream behind two blocks. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *next;
    FILE *fp;
};
struct result {
    struct node *node;
} results[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct node *a = malloc(sizeof *a), *b = malloc(sizeof *b);
        a->next = b;
        a->fp = NULL;
        b->next = NULL;
        b->fp = fopen("/dev/null", "r");
        results[i].node = a;
    }
    printf("%d\n", results[3].node != NULL);
    return 0;
}
