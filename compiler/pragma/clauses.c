/*
 * The table of the clauses, and the search for the one that a misspelt word was meant to be.
 *
 * The likeness of two words is their edit distance: the least number of letters to put in, leave
 * out, change or swap with their neighbour. One slip in three letters counts as likely.
 */
#include "clauses.h"

#include <string.h>

enum { ONCE = false, REPEATS = true, WHOLE = false, SECTIONS = true };

static const struct clause_entry entries[CLAUSE_KIND_COUNT] = {
    [CLAUSE_WORKERS] = {"workers", SHAPE_VALUE, ONCE, WHOLE, "a number of workers", NULL},
    [CLAUSE_SCHEDULE] = {"schedule", SHAPE_SCHEDULE, ONCE, WHOLE, "a kind of schedule", NULL},
    [CLAUSE_IF] = {"if", SHAPE_VALUE, ONCE, WHOLE, "a condition", NULL},
    [CLAUSE_COLLAPSE] = {"collapse", SHAPE_VALUE, ONCE, WHOLE, "a number of loops", NULL},
    [CLAUSE_IN] = {"in", SHAPE_ITEMS, REPEATS, SECTIONS, "a variable or section", NULL},
    [CLAUSE_OUT] = {"out", SHAPE_ITEMS, REPEATS, SECTIONS, "a variable or section", NULL},
    [CLAUSE_INOUT] = {"inout", SHAPE_ITEMS, REPEATS, SECTIONS, "a variable or section", NULL},
    [CLAUSE_PRIVATE] = {"private", SHAPE_ITEMS, REPEATS, WHOLE, "a variable", NULL},
    [CLAUSE_LASTPRIVATE] = {"lastprivate", SHAPE_ITEMS, REPEATS, WHOLE, "a variable", NULL},
    [CLAUSE_REDUCTION] = {"reduction", SHAPE_REDUCTION, REPEATS, SECTIONS,
                          "an operator, ':' and a variable", NULL},
    [CLAUSE_APPEND] = {"append", SHAPE_APPEND, REPEATS, WHOLE,
                       "an array and the variable that counts its elements", NULL},
    [CLAUSE_NOALIAS] = {"noalias", SHAPE_ITEMS, REPEATS, WHOLE, "a pointer", NULL},
    [CLAUSE_INDEPENDENT] = {"independent", SHAPE_ITEMS, REPEATS, WHOLE, "a variable", NULL},
    [CLAUSE_AFTER] = {"after", SHAPE_AFTER, ONCE, WHOLE, "an expression", NULL},
    [CLAUSE_TIMEOUT] = {"timeout", SHAPE_VALUE, ONCE, WHOLE, "a number of seconds", NULL},
    [CLAUSE_RETRIES] = {"retries", SHAPE_VALUE, ONCE, WHOLE, "a number", NULL},
    [CLAUSE_ON_FAILURE] = {"on_failure", SHAPE_WORD, ONCE, WHOLE, "what to do after a failure",
                           "stop skip serial"},
    [CLAUSE_STATUS] = {"status", SHAPE_ITEMS, ONCE, WHOLE, "an array", NULL},
    [CLAUSE_OUTPUT] = {"output", SHAPE_WORD, ONCE, WHOLE, "an order", "ordered live"},
    [CLAUSE_PROGRESS] = {"progress", SHAPE_LABEL, ONCE, WHOLE, "a label in quotes", NULL},
    [CLAUSE_NAME] = {"name", SHAPE_STRING, ONCE, WHOLE, "a name in quotes", NULL},
    [CLAUSE_CHECKPOINT] = {"checkpoint", SHAPE_STRING, ONCE, WHOLE, "a file name in quotes", NULL},
    [CLAUSE_SEED] = {"seed", SHAPE_VALUE, ONCE, WHOLE, "a number", NULL},
};

const struct clause_entry *clause_get(enum clause_kind kind)
{
    return &entries[kind];
}

bool clause_find(const char *name, enum clause_kind *found)
{
    for (int kind = 0; kind < CLAUSE_KIND_COUNT; kind++) {
        if (strcmp(entries[kind].name, name) == 0) {
            *found = (enum clause_kind)kind;
            return true;
        }
    }
    return false;
}

/* ---- likeness ----------------------------------------------------------------------------- */

enum { LONGEST_WORD = 32 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* row[i][j] is the distance between the first i letters of A and the first j of B. */
static size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t row[LONGEST_WORD + 1][LONGEST_WORD + 1];
    for (size_t i = 0; i <= a_length; i++)
        row[i][0] = i;
    for (size_t j = 0; j <= b_length; j++)
        row[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        for (size_t j = 1; j <= b_length; j++) {
            size_t changed = row[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            row[i][j] = least(changed, least(row[i - 1][j], row[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[i][j] = least(row[i][j], row[i - 2][j - 2] + 1);
        }
    }
    return row[a_length][b_length];
}

const char *nearest_word(const char *word, const char *const *words, size_t count)
{
    size_t length = strnlen(word, LONGEST_WORD + 1);
    const char *nearest = NULL;
    size_t nearest_distance = (length + 2) / 3 + 1;
    for (size_t k = 0; k < count && length <= LONGEST_WORD; k++) {
        size_t distance = edit_distance(word, length, words[k], strlen(words[k]));
        if (distance < nearest_distance && distance < strlen(words[k])) {
            nearest = words[k];
            nearest_distance = distance;
        }
    }
    return nearest;
}

bool clause_nearest(const char *word, enum clause_kind *found)
{
    const char *names[CLAUSE_KIND_COUNT];
    for (int kind = 0; kind < CLAUSE_KIND_COUNT; kind++)
        names[kind] = entries[kind].name;
    const char *nearest = nearest_word(word, names, CLAUSE_KIND_COUNT);
    return nearest && clause_find(nearest, found);
}

const char *clause_advice(const char *word)
{
    static const struct {
        const char *word, *advice;
    } advices[] = {
        {"copyin", "every worker has a copy of all variables, so this needs no clause"},
        {"default", "every worker has a copy of all variables, so this needs no clause"},
        {"firstprivate", "every worker has a copy of all variables, so this needs no clause"},
        {"linear", "such a variable is found without a clause"},
        {"nowait", "the loop always ends before the next statement"},
        {"num_threads", "the number of workers is set by 'workers(n)'"},
        {"ordered", "output is in the order of the iterations anyway"},
        {"shared", "what is written is found without a clause"},
        {"simd", "the inner loop is the compiler's to vectorize"},
    };
    for (size_t k = 0; k < sizeof advices / sizeof *advices; k++)
        if (strcmp(advices[k].word, word) == 0)
            return advices[k].advice;
    return NULL;
}
