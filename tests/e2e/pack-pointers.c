/* verdict: trusted */
/* Results that are pointers themselves: names, objects, rows, tables of them, some and appended. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 40 };

struct item {
    int n;
    double v;
    struct item *next;
};
typedef struct {
    char text[12];
} label;
struct poly {
    int n;
    double *coef;
};
#pragma ppar pack(struct item : next deep)
#pragma ppar pack(struct item * : deep)
#pragma ppar pack(label* : deep)
#pragma ppar pack(char * : string)
#pragma ppar pack(char ** : [3] string)
#pragma ppar pack(unsigned long * : [])
#pragma ppar pack(struct poly : coef[])

static char *names[N], *grid[N][4], *found[N * N], **lists[N];
static struct item *table[N];
static struct poly polys[N][3][2];

static char *text_of(const char *what, int i)
{
    char text[40];
    snprintf(text, sizeof text, "%s %d", what, i);
    return strdup(text);
}

static struct item *new_item(int n, struct item *next)
{
    struct item *item = malloc(sizeof *item);
    item->n = n;
    item->v = n / 8.0;
    item->next = next;
    return item;
}

static void one_for_each(void)
{
    const char **labels = malloc(N * sizeof *labels);
    unsigned long **rows = malloc(N * sizeof *rows);
    label *marks[N];
#pragma ppar for
    for (int i = 0; i < N; i++)
        labels[i] = text_of("label", i);
#pragma ppar for
    for (int i = 0; i < N; i++) {
        struct item *items = NULL;
        for (int k = 0; k < i % 5; k++)
            items = new_item(i * k, items);
        table[i] = items;
    }
#pragma ppar for
    for (int i = 0; i < N; i++) {
        rows[i] = calloc(i + 1, sizeof *rows[i]);
        for (int k = 0; k <= i; k++)
            rows[i][k] = i * k;
    }
#pragma ppar for
    for (int i = 0; i < N; i++) {
        marks[i] = calloc(1, sizeof *marks[i]);
        snprintf(marks[i]->text, sizeof marks[i]->text, "%d", i);
    }
    for (int i = 0; i < N; i++) {
        printf("%s %s", labels[i], marks[i]->text);
        for (int k = 0; k <= i; k++)
            printf(" %lu", rows[i][k]);
        for (struct item *item = table[i], *next; item; item = next) {
            next = item->next;
            printf(" (%d %g)", item->n, item->v);
            free(item);
        }
        puts("");
        free((void *)labels[i]);
        free(rows[i]);
        free(marks[i]);
    }
    free(labels);
    free(rows);
}

/* Those that are not written keep what they had. */
static void some(void)
{
    static char old[] = "old";
    for (int i = 0; i < N; i++)
        names[i] = old;
#pragma ppar for
    for (int i = 0; i < N; i++)
        if (i % 7 == 2)
            names[i] = text_of("new", i);
    for (int i = 0; i < N; i++) {
        printf("%s%s ", names[i], names[i] == old ? " itself" : "");
        if (names[i] != old)
            free(names[i]);
    }
    puts("");
}

static void tables(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        for (int k = 0; k < 4; k++)
            grid[i][k] = text_of("grid", 4 * i + k);
#pragma ppar for
    for (int i = 0; i < N; i++) {
        lists[i] = malloc(3 * sizeof *lists[i]);
        for (int k = 0; k < 3; k++)
            lists[i][k] = text_of("list", 3 * i + k);
    }
#pragma ppar for
    for (int i = 0; i < N; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 2; k++) {
                polys[i][j][k].n = i + j + 1;
                polys[i][j][k].coef = malloc((i + j + 1) * sizeof(double));
                for (int l = 0; l <= i + j; l++)
                    polys[i][j][k].coef[l] = l * k;
            }
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < 4; k++) {
            printf("%s, ", grid[i][k]);
            free(grid[i][k]);
        }
        for (int k = 0; k < 3; k++) {
            printf("%s; ", lists[i][k]);
            free(lists[i][k]);
        }
        free(lists[i]);
        for (int k = 0; k < 6; k++) {
            struct poly *poly = &polys[i][k / 2][k % 2];
            printf("%g ", poly->coef[poly->n - 1]);
            free(poly->coef);
        }
        puts("");
    }
}

static void appended(void)
{
    int n = 0;
    char *last = NULL;
#pragma ppar for
    for (int i = 0; i < N; i++)
        for (int k = 0; k < i % 4; k++)
            found[n++] = text_of("found", 10 * i + k);
#pragma ppar for
    for (int i = 0; i < N; i++)
        last = text_of("last", i);
    for (int i = 0; i < n; i++) {
        puts(found[i]);
        free(found[i]);
    }
    puts(last);
    free(last);
}

/* Two results are one block. */
static void shared(void)
{
    static char *one[N], *other[N];
#pragma ppar for
    for (int i = 0; i < N; i++)
        one[i] = other[i] = text_of("shared", i);
    for (int i = 0; i < N; i++) {
        printf("%s %d\n", one[i], one[i] == other[i]);
        free(one[i]);
    }
}

int main(void)
{
    one_for_each();
    some();
    tables();
    appended();
    shared();
    return 0;
}
