/* Returns of pointers to what was there before the loop, of blocks that are described, and of
 * structures. */
/* flags: -O1 -lm -Wall -Wextra -Werror -Wno-unknown-pragmas */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct entry {
    const char *name;
    int value;
    struct entry *next;
};
#pragma ppar pack(double * : [])
#pragma ppar pack(char * : string)
static struct entry table[100];

static struct entry *find(struct entry *t, int n, const char *name)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (!strcmp(t[i].name, name))
            return &t[i];
    return NULL;
}
static const char *name_of(const struct entry *t, int n, int value)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (t[i].value == value)
            return t[i].name;
        if (t[i].value == -value)
            return "negative";
        if (t[i].value == value + 1000)
            return strstr(t[i].name, "1");
    }
    return 0;
}
static struct entry *next_of(struct entry *t, int n, int value)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (t[i].value == value)
            return t[i].next;
    return t;
}
static double *copy_of(const double *x, int n, double least)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (x[i] > least) {
            double *copy = malloc(3 * sizeof *copy);
            for (int k = 0; k < 3; k++)
                copy[k] = x[i] + k;
            return copy;
        }
    return NULL;
}
static char *label(const double *x, int n, double least)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        char text[40];
        sprintf(text, "number %d is %g", i, x[i]);
        if (x[i] > least)
            return strdup(text);
    }
    return strdup("none");
}
struct pair {
    int at;
    double value[3];
};

static struct pair pair_of(const double *x, int n, double least)
{
    struct pair none = {-1, {0, 0, 0}};
#pragma ppar for
    for (int i = 0; i < n; i++) {
        struct pair found = none;
        found.at = i;
        found.value[1] = 2 * x[i];
        if (x[i] > least)
            return found;
        if (x[i] < 0)
            return (struct pair){7, {x[i], 1, 2}};
    }
    return none;
}

int main(void)
{
    static char names[100][8];
    for (int i = 0; i < 100; i++) {
        sprintf(names[i], "n%d", i);
        table[i].name = names[i];
        table[i].value = 3 * i;
        table[i].next = table + 99 - i;
    }
    table[40].value = -777;
    table[41].value = 1801;
    printf("%d %d\n", find(table, 100, "n77")->value, find(table, 100, "x") == NULL);
    printf("%s %s %s %d\n", name_of(table, 100, 270), name_of(table, 100, 777),
           name_of(table, 100, 801), name_of(table, 100, 2) == NULL);
    printf("%d %d\n", next_of(table, 100, 30)->value, next_of(table, 100, 31)->value);
    double x[200];
    for (int i = 0; i < 200; i++)
        x[i] = i / 3.0;
    double *c = copy_of(x, 200, 20);
    printf("%g %g %g %d\n", c[0], c[1], c[2], copy_of(x, 200, 1000) == NULL);
    free(c);
    char *l = label(x, 200, 50), *m = label(x, 200, 500);
    printf("%s, %s\n", l, m);
    free(l);
    free(m);
    struct pair p = pair_of(x, 200, 30), q = pair_of(x, 200, 3000);
    printf("%d %g %d\n", p.at, p.value[1], q.at);
    x[150] = -1;
    q = pair_of(x, 200, 60);
    printf("%d %g %g\n", q.at, q.value[0], q.value[2]);
    return 0;
}
