/* verdict: proven */
/* Blocks, lists, mappings and streams that end with the iteration; distances and comparisons of
 * their addresses are results. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { N = 60 };

struct node {
    struct node *next;
    int value;
};

static long distance[N], sum[N], mapped[N];
static int differ[N];
static unsigned hash[N];

static struct node *push(struct node *head, int value)
{
    struct node *node = malloc(sizeof *node);
    if (!node)
        abort();
    node->next = head;
    node->value = value;
    return node;
}

static unsigned hash_of(const char *text)
{
    unsigned h = 5381;
    while (*text)
        h = h * 33 + (unsigned char)*text++;
    return h;
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++) {
        char *text = malloc(40), *other = malloc(40);
        if (!text || !other)
            abort();
        char *end = text + snprintf(text, 40, "%d", i * i * i);
        memcpy(other, text, 40);
        distance[i] = end - text;
        differ[i] = text != other && *text == *other;
        hash[i] = hash_of(other);
        struct node *head = NULL;
        for (int k = 0; k < i; k++)
            head = push(head, k * i);
        long total = 0;
        for (const struct node *n = head; n; n = n->next)
            total += n->value;
        sum[i] = total;
        free(text);
        free(other);
    }
#pragma ppar for
    for (int i = 0; i < N; i++) {
        long *page =
            mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (page == MAP_FAILED)
            abort();
        for (int k = 0; k < 512; k++)
            page[k] = (long)i * k;
        mapped[i] = page[511] + page[7];
        munmap(page, 4096);
    }
    for (int i = 0; i < N; i++)
        printf("%ld %d %u %ld %ld\n", distance[i], differ[i], hash[i], sum[i], mapped[i]);
    return 0;
}
