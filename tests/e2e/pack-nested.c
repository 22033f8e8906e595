/* verdict: trusted */
/* Results that lead on: lists, trees, structures in structures, arrays of names and of rows, tagged
 * unions, blocks that are shared, records that functions return. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 90 };

static char *text_of(const char *what, int i)
{
    char text[60];
    snprintf(text, sizeof text, "%s %d", what, i);
    return strdup(text);
}

/* ---- lists ---- */

struct node {
    struct node *next;
    char *name;
    int value;
};
struct list {
    int count;
    struct node *head;
};
#pragma ppar pack(struct node : next deep, name string)
#pragma ppar pack(struct list : head deep)

static struct list lists[N];

static void build(struct list *list, int i)
{
    struct node *head = NULL;
    for (int k = 0; k < i % 13; k++) {
        struct node *node = malloc(sizeof *node);
        node->value = i * k;
        node->name = k % 3 ? text_of("node", k) : NULL;
        node->next = head;
        head = node;
    }
    for (struct node *at = head; at; at = at->next)
        at->value += 1;
    list->count = i % 13;
    list->head = head;
}

/* ---- trees, and what is shared ---- */

struct tree {
    struct tree *child[2];
    char *label;
    struct tree *self;
};
#pragma ppar pack(struct tree : child deep, label string, self deep)

struct forest {
    struct tree *root, *same;
};
#pragma ppar pack(struct forest : root deep, same deep)

static struct forest forests[N];

static struct tree *leaf(char *label)
{
    struct tree *made = calloc(1, sizeof *made);
    made->label = label;
    made->self = made;
    return made;
}

static void grow(struct forest *forest, int i)
{
    char *label = text_of("shared", i);
    struct tree *root = leaf(label);
    for (int k = 0; k < i % 9; k++) {
        struct tree *at = root;
        for (int bits = k; at->child[bits & 1]; bits /= 2)
            at = at->child[bits & 1];
        at->child[k & 1] = leaf(label);
    }
    forest->root = root;
    forest->same = root;
}

static int sum(const struct tree *tree, const char *label)
{
    if (!tree)
        return 0;
    return (tree->label == label) + 2 * sum(tree->child[0], label) +
           3 * sum(tree->child[1], label) + (tree->self == tree);
}

/* ---- records, rows and names ---- */

struct name {
    char *text;
};
struct table {
    int rows, width, words;
    double **cell;
    char **word;
    struct name title[2];
    const char *unit;
};
#pragma ppar pack(struct name : text string)
#pragma ppar pack(struct table : cell[rows][width], word[words] string)

static struct table tables[N];

static struct table make_table(int i)
{
    struct table made = {.rows = i % 4, .width = i % 5 + 1, .words = i % 6};
    made.cell = malloc(sizeof *made.cell * (size_t)(made.rows + 1));
    for (int y = 0; y < made.rows; y++) {
        made.cell[y] = malloc(sizeof **made.cell * (size_t)made.width);
        for (int x = 0; x < made.width; x++)
            made.cell[y][x] = i + y + 0.5 * x;
    }
    made.word = malloc(sizeof *made.word * (size_t)(made.words + 1));
    for (int k = 0; k < made.words; k++)
        made.word[k] = text_of("word", k);
    made.title[0].text = text_of("table", i);
    made.title[1].text = NULL;
    return made;
}

/* ---- tagged unions ---- */

struct value {
    int tag, count;
    union {
        char *text;
        double *numbers;
        long plain;
    } u;
};
#pragma ppar pack(struct value : u when tag == 1 : text string, u when tag == 2 : numbers[count])

static struct value values[N];

static struct value make_value(int i)
{
    struct value made = {.tag = i % 3, .count = i % 8};
    if (made.tag == 1) {
        made.u.text = text_of("value", i);
    } else if (made.tag == 2) {
        double *numbers = malloc(sizeof *numbers * (size_t)(made.count + 1));
        for (int k = 0; k < made.count; k++)
            numbers[k] = i / (k + 1.0);
        made.u.numbers = numbers;
    } else {
        made.u.plain = i;
    }
    return made;
}

/* ---- last members of any length ---- */

struct message {
    int length;
    char bytes[];
};
struct old_message {
    int length;
    char bytes[1];
};
struct open_message {
    int length;
    char bytes[];
};
struct letter {
    struct message *message;
    struct old_message *old;
    struct open_message *open;
};
#pragma ppar pack(struct message : bytes[length])
#pragma ppar pack(struct letter : message deep, old deep, open deep)

static struct letter letters[N];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        build(&lists[i], i);
#pragma ppar for
    for (int i = 0; i < N; i++)
        grow(&forests[i], i);
#pragma ppar for
    for (int i = 0; i < N; i++)
        tables[i] = make_table(i);
#pragma ppar for
    for (int i = 0; i < N; i++)
        values[i] = make_value(i);
#pragma ppar for
    for (int i = 0; i < N; i++) {
        struct message *message = malloc(sizeof *message + (size_t)i);
        message->length = i;
        for (int k = 0; k < i; k++)
            message->bytes[k] = (char)(i + k);
        letters[i].message = message;
        struct old_message *old = malloc(sizeof *old + (size_t)i);
        struct open_message *open = malloc(sizeof *open + (size_t)i + 1);
        old->length = open->length = i;
        for (int k = 0; k <= i; k++)
            old->bytes[k] = open->bytes[k] = (char)(i - k);
        letters[i].old = old;
        letters[i].open = open;
    }

    for (int i = 0; i < N; i++) {
        printf("list %d:", lists[i].count);
        for (struct node *at = lists[i].head, *next; at; at = next) {
            printf(" %s=%d", at->name ? at->name : "-", at->value);
            next = at->next;
            free(at->name);
            free(at);
        }
        printf("\ntree %d %d %s\n", sum(forests[i].root, forests[i].root->label),
               forests[i].same == forests[i].root, forests[i].same->label);
        printf("table %s:", tables[i].title[0].text);
        for (int y = 0; y < tables[i].rows; y++) {
            for (int x = 0; x < tables[i].width; x++)
                printf(" %g", tables[i].cell[y][x]);
            free(tables[i].cell[y]);
        }
        for (int k = 0; k < tables[i].words; k++) {
            printf(" %s", tables[i].word[k]);
            free(tables[i].word[k]);
        }
        free(tables[i].cell);
        free(tables[i].word);
        free(tables[i].title[0].text);
        printf(" %s\nvalue", tables[i].title[1].text ? "second" : "first");
        if (values[i].tag == 1)
            printf(" %s\n", values[i].u.text);
        for (int k = 0; values[i].tag == 2 && k < values[i].count; k++)
            printf(" %g", values[i].u.numbers[k]);
        if (values[i].tag == 0)
            printf(" %ld", values[i].u.plain);
        int total = 0;
        for (int k = 0; k < letters[i].message->length; k++)
            total += letters[i].message->bytes[k];
        for (int k = 0; k <= letters[i].old->length; k++)
            total = 3 * total % 10007 + letters[i].old->bytes[k] + 2 * letters[i].open->bytes[k];
        printf("\nletter %d %d\n", letters[i].message->length, total);
        free(letters[i].old);
        free(letters[i].open);
        free(letters[i].message);
    }
    return 0;
}
