/* status: 1 */
/* What means nothing outside of its process, and how the result leads to it. */
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    FILE *fp;
};

struct result {
    struct node *node;
    int descriptor;
    int *count;
    char *message;
    uintptr_t address;
} results[10];

struct guarded {
    pthread_mutex_t lock;
    int value;
} guarded[10], initial;

static struct node *make(struct node *next)
{
    struct node *node = malloc(sizeof *node);
    if (!node)
        abort();
    node->next = next;
    node->fp = fopen("/dev/null", "r");
    return node;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        int count = i;
        results[i].node = make(make(NULL));
        results[i].descriptor = open("/dev/null", O_RDONLY);
        results[i].count = &count;
        results[i].message = strerror(i);
        results[i].address = (uintptr_t)&results[i].node->next & 15;
        guarded[i] = initial;
    }
}
