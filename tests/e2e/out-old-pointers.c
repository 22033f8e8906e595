/* verdict: proven */
/* Results that lead to memory from before the loop, by way of records, copies and pointers to
 * pointers; afterwards the program changes what they lead to. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 200 };

struct item {
    const char *name;
    int length;
    struct item *other;
};

static char names[N][12];
static struct item items[N], copies[N];
static const char *kinds[N], *homes[N];
static int *where[N], counters[N];

static const char *kind(int k)
{
    static const char *const known[] = {"small", "large"};
    static const char odd[] = "odd";
    return k % 3 ? known[k > N / 2] : odd;
}

static struct item make(int k)
{
    struct item item;
    item.name = names[k];
    item.length = (int)strlen(names[k]);
    item.other = &items[(k * 7) % N];
    return item;
}

static void point(int **to, int k)
{
    *to = &counters[(k + 3) % N];
}

int main(void)
{
    setenv("PPAR_TEST_WORD", "word", 1);
    for (int i = 0; i < N; i++)
        snprintf(names[i], sizeof names[i], "item %d", i * i);
#pragma ppar for
    for (int i = 0; i < N; i++)
        items[i] = make(i);
#pragma ppar for
    for (int i = 0; i < N; i++) {
        struct item one = items[i];
        one.length++;
        memcpy(&copies[i], &one, sizeof one);
        kinds[i] = kind(i);
        homes[i] = getenv("PPAR_TEST_WORD");
        point(&where[i], i);
    }
    for (int i = 0; i < N; i++) {
        names[i][0] = 'I';
        counters[i] = 3 * i;
    }
    for (int i = 0; i < N; i += 17)
        printf("%s %d %s %s %d %s %d\n", copies[i].name, copies[i].length, copies[i].other->name,
               kinds[i], *where[i], homes[i], copies[i].other == &items[(i * 7) % N]);
    return 0;
}
