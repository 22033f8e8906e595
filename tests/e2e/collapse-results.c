/* verdict: proven proven guarded proven proven proven guarded guarded proven */
/* Two loops as one sequence in which order counts: appends, folds by functions, and the best of
 * all, with and without a mark that says whether there is one yet. */
#include "show.h"

#include <stdlib.h>

struct list {
    int *items, count;
};

struct total {
    double sum, most;
    long count;
};

struct item {
    int key;
    double value;
};

static int x[20][20], out[400], n, buffer[400];
static struct item items[800];
static int item_count;

static void push(struct list *list, int value)
{
    list->items[list->count++] = value;
}

static void add(struct total *total, const struct total *part)
{
    total->sum = total->sum * 0.5 + part->sum;
    if (part->most > total->most)
        total->most = part->most;
    total->count += part->count;
}

static unsigned mixed(unsigned h, unsigned part)
{
    return h * 31u + part;
}

static void append(int rows, int columns)
{
    struct list list = {malloc(400 * sizeof(int)), 0};
    int *next = buffer;
    if (!list.items)
        abort();
#pragma ppar for collapse(2)
    for (int i = 0; i < rows; i++)
        for (int j = columns - 1; j >= 0; j--)
            if (x[i][j] > 0)
                out[n++] = x[i][j] * 3 + i;
#pragma ppar for collapse(2)
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            for (int k = 0; k < 2; k++)
                if (x[i][j] % 3 == k) {
                    items[item_count].key = i * 100 + j;
                    items[item_count].value = k * 0.5;
                    item_count++;
                }
#pragma ppar for collapse(2) append(list.items, list.count)
    for (int i = 0; i < rows; i += 2)
        for (int j = 0; j < columns; j++)
            if (x[i][j] < 5)
                push(&list, x[i][j] + j);
#pragma ppar for collapse(2)
    for (int i = rows; i > 0; i--) {
        for (int j = 0; j < columns; j += 3) {
            if (x[i][j] & 1)
                *next++ = i - j;
        }
    }
    printf("%d %d %d %d\n", n, item_count, list.count, (int)(next - buffer));
    SHOW("%d", list.items, list.count);
    free(list.items);
}

static void fold(int rows, int columns)
{
    unsigned h = 7;
    struct total total = {0, -1e9, 0};
#pragma ppar for collapse(2) reduction(mixed : h)
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            h = mixed(h, (unsigned)(x[i][j] + i));
#pragma ppar for collapse(2) reduction(add : total)
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            if (x[i][j] > -5) {
                struct total part = {x[i][j], x[i][j] * 1.5, 1};
                add(&total, &part);
            }
    printf("%u %.17g %.17g %ld\n", h, total.sum, total.most, total.count);
}

static void choose(int rows, int columns)
{
    int most = -1, row = -1, column = -1, least = 1000;
#pragma ppar for collapse(2)
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            if (row < 0 || x[i][j] > most) {
                most = x[i][j];
                row = i;
                column = j;
            }
    printf("%d %d %d\n", most, row, column);
    row = -1;
    /* the first rows do not clear the mark */
#pragma ppar for collapse(2)
    for (int i = -3; i < rows; i++)
        for (int j = 0; j < columns; j++)
            if (row < 0 || x[i + 3][j] > most) {
                most = x[i + 3][j];
                row = i;
                column = j;
            }
    printf("%d %d %d\n", most, row, column);
#pragma ppar for collapse(2)
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            if (x[i][j] <= least) {
                least = x[i][j];
                row = i;
                column = j;
            }
    printf("%d %d %d\n", least, row, column);
}

int main(void)
{
    static const int sizes[][2] = {{13, 11}, {0, 5}, {5, 0}, {1, 17}, {17, 1}, {2, 2}};
    for (int k = 0; k < 400; k++)
        x[k / 20][k % 20] = (k / 20 * 37 + k % 20 * 101) % 53 - 20;
    for (int k = 0; k < 6; k++) {
        n = item_count = 0;
        append(sizes[k][0], sizes[k][1]);
        fold(sizes[k][0], sizes[k][1]);
        choose(sizes[k][0], sizes[k][1]);
    }
    SHOW("%d", out, 400);
    SHOW("%d", buffer, 400);
    for (int k = 0; k < 800; k++)
        printf("%d %g\n", items[k].key, items[k].value);
    return 0;
}
