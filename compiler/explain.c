/*
 * Explanations stand beside their ids in diag_ids.def. A mistyped id finds the one with the
 * smallest edit distance: the fewest letters to add, drop or change.
 */
#include "explain.h"

#include "diag.h"

#include <stdio.h>
#include <string.h>

static size_t least(size_t a, size_t b, size_t c)
{
    size_t smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

/* Row by row of the usual table; ROW[j] is the distance of what was seen of A to B[0..j). */
static size_t distance(struct arena *arena, const char *a, const char *b)
{
    size_t length = strlen(b);
    size_t *row = arena_alloc(arena, (length + 1) * sizeof *row);
    for (size_t j = 0; j <= length; j++)
        row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        size_t diagonal = row[0]++;
        for (size_t j = 0; j < length; j++) {
            size_t above = row[j + 1];
            row[j + 1] = least(above + 1, row[j] + 1, diagonal + (a[i] != b[j]));
            diagonal = above;
        }
    }
    return row[length];
}

static enum diag_id nearest(struct arena *arena, const char *text)
{
    enum diag_id best = 0;
    size_t best_distance = distance(arena, text, diag_id_text(best));
    for (enum diag_id id = 1; id < DIAG_ID_COUNT; id++) {
        size_t d = distance(arena, text, diag_id_text(id));
        if (d < best_distance) {
            best = id;
            best_distance = d;
        }
    }
    return best;
}

static void list_all(FILE *stream)
{
    for (enum diag_id id = 0; id < DIAG_ID_COUNT; id++)
        fprintf(stream, "  %-28s %s\n", diag_id_text(id), diag_id_summary(id));
}

int explain(struct arena *arena, const char *text)
{
    enum diag_id id;
    if (text && diag_id_find(text, &id)) {
        const char *explanation = diag_id_explanation(id);
        size_t length = strlen(explanation);
        printf("%s: %s\n\n%s%s", text, diag_id_summary(id), explanation,
               length && explanation[length - 1] == '\n' ? "" : "\n");
        return 0;
    }
    if (text)
        fprintf(stderr, "ppcc: no diagnostic is called '%s'; did you mean '%s'? There are:\n", text,
                diag_id_text(nearest(arena, text)));
    else
        fprintf(stderr, "ppcc: --explain needs the id of a diagnostic. There are:\n");
    list_all(stderr);
    return 2;
}
