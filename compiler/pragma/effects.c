/*
 * The words inside of #pragma ppar effects(...), as the grammar recognises them: the table of the
 * words, and the checks that need no more than the pragma's own text.
 */
#include "reader.h"

#include <string.h>

enum { PLANNED = false, BUILT = true };

static const struct effect_word words[] = {
    [DECLARED_CALLS] = {"calls", "a function", PLANNED},
    [DECLARED_EXITS] = {"exits", NULL, BUILT},
    [DECLARED_FREES] = {"frees", "a pointer", BUILT},
    [DECLARED_FRESH] = {"fresh", NULL, BUILT},
    [DECLARED_IN] = {"in", "a variable or section", BUILT},
    [DECLARED_INOUT] = {"inout", "a variable or section", BUILT},
    [DECLARED_OUT] = {"out", "a variable or section", BUILT},
    [DECLARED_PURE] = {"pure", NULL, BUILT},
    [DECLARED_RETURNS] = {"returns", "a pointer", BUILT},
    [DECLARED_STATE] = {"state", "a name", BUILT},
    [DECLARED_STDERR] = {"stderr", NULL, BUILT},
    [DECLARED_STDOUT] = {"stdout", NULL, BUILT},
};

enum { WORDS = sizeof words / sizeof *words };

static const struct effect_word *find_word(const char *text)
{
    for (size_t k = 0; k < WORDS; k++)
        if (strcmp(words[k].name, text) == 0)
            return &words[k];
    return NULL;
}

bool effect_word_find(const char *word, bool *takes_items)
{
    const struct effect_word *found = find_word(word);
    *takes_items = found && found->wants;
    return found != NULL;
}

void reader_unknown_effect(struct clause_reader *reader, struct span word)
{
    const char *names[WORDS];
    for (size_t k = 0; k < WORDS; k++)
        names[k] = words[k].name;
    const char *nearest = nearest_word(reader_text(reader, word.first), names, WORDS);
    reader_unknown(reader, DIAG_UNKNOWN_CLAUSE, "effect", word.first, nearest);
}

void reader_effect(struct clause_reader *reader, struct span word)
{
    reader->effect = find_word(reader_text(reader, word.first));
    reader->word = word.first;
    reader->clause = (struct clause){0};
}

void reader_end_effect(struct clause_reader *reader)
{
    const struct pragma_token *word = &reader->pragma->tokens.items[reader->word];
    struct declared_effect effect = {.kind = (enum declared_kind)(reader->effect - words),
                                     .place = word->place,
                                     .end = word->end};
    for (size_t k = 0; k < reader->clause.items.count; k++)
        LIST_PUSH(reader->arena, effect.items, reader->clause.items.items[k]);
    if (!reader->effect->is_built)
        reader_error(reader, DIAG_NOT_IMPLEMENTED, reader_span(reader->word),
                     "effect '%s' is not built yet", reader->effect->name);
    LIST_PUSH(reader->arena, reader->pragma->effects, effect);
    reader->effect = NULL;
}

/* Says where the result points, which is no effect on memory. */
static bool is_about_result(const struct declared_effect *effect)
{
    return effect->kind == DECLARED_RETURNS || effect->kind == DECLARED_FRESH;
}

/* 'pure' says that there is nothing else. */
static void check_pure(struct clause_reader *reader)
{
    const struct declared_effect *pure = NULL, *other = NULL;
    for (size_t k = 0; k < reader->pragma->effects.count; k++) {
        const struct declared_effect *effect = &reader->pragma->effects.items[k];
        if (effect->kind == DECLARED_PURE)
            pure = effect;
        else if (!is_about_result(effect))
            other = effect;
    }
    if (!pure || !other)
        return;
    struct diag *diag = diag_add(
        reader->diags, SEVERITY_ERROR, DIAG_CLAUSE_CONFLICT, &pure->place, pure->end,
        "a function with the effect '%s' is not 'pure', which says that there is no other effect",
        words[other->kind].name);
    diag_add_note(reader->diags, diag, &other->place, other->end, "the other effect is here");
    reader->pragma->failed = true;
}

void reader_end_effects(struct clause_reader *reader)
{
    reader->in_clause = false;
    check_pure(reader);
}
