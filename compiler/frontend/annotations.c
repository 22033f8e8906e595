/*
 * Macros that stand for annotations. One is known, PPAR_FOR(clauses), of <ppar.h>; others are the
 * user's, and have to be nothing else:
 *
 *     #define PARALLEL      _Pragma("ppar for")
 *     #define PRAGMA(x)     _Pragma(#x)               PRAGMA(ppar for workers(2))
 *     #define LOOP(...)     PPAR_FOR(__VA_ARGS__)
 *     #define SUM           PPAR_FOR(reduction(+ : s))
 *     #define ALIAS         PARALLEL
 *
 * A macro that holds one beside other things would have to be taken apart at its uses; it is
 * refused, for its loops would run serially without a word.
 */
#include "scan.h"

#include <string.h>

static const char named[] = "PPAR_FOR";

/* Words are short, and few files mention one: looking for the first letter is faster than memmem.
 */
static bool mentions(const struct scan *scan, const char *word)
{
    size_t length = strlen(word);
    const char *at = scan->text, *end = at + scan->length;
    while ((at = memchr(at, *word, (size_t)(end - at))) && (size_t)(end - at) >= length) {
        if (!memcmp(at, word, length))
            return true;
        at++;
    }
    return false;
}

bool may_have_annotation(const struct scan *scan)
{
    const struct frontend *frontend = scan->frontend;
    bool may = scan->mentions_ppar;
    for (size_t k = 0; k < frontend->annotations.count && !may; k++)
        may = mentions(scan, frontend->annotations.items[k].name);
    return may;
}

static const struct annotation *find_annotation(const struct scan *scan, size_t index)
{
    for (size_t k = 0; k < scan->frontend->annotations.count; k++)
        if (token_is(scan->tokens, index, scan->frontend->annotations.items[k].name))
            return &scan->frontend->annotations.items[k];
    return NULL;
}

/* ---- words -------------------------------------------------------------------------------- */

static const char *take_text(struct scan *scan, struct buf *words)
{
    const char *copy = arena_strdup(scan->frontend->arena, buf_text(words));
    buf_release(words);
    return copy;
}

/* FIRST, and the tokens [from, end) behind it. */
static const char *join_words(struct scan *scan, const char *first, size_t from, size_t end)
{
    struct buf words = {0};
    buf_puts(&words, first);
    for (size_t i = from; i < end; i++)
        buf_printf(&words, "%s%s", words.length ? " " : "", scan_text(scan, i));
    return take_text(scan, &words);
}

/* What stands behind `ppar` in the string at INDEX; NULL when it is no such string. */
static const char *words_of_string(struct scan *scan, size_t index)
{
    struct pragma inner = {0};
    if (!scan_string(scan, &scan->tokens->list.items[index], &inner))
        return NULL;
    struct buf words = {0};
    for (size_t k = 0; k < inner.tokens.count; k++)
        buf_printf(&words, "%s%s", k ? " " : "", inner.tokens.items[k].text);
    return take_text(scan, &words);
}

/* The index behind the bracket that closes the one at OPEN; 0 when there is none, or none does. */
static size_t behind_closing(const struct scan *scan, size_t open)
{
    int depth = 0;
    for (size_t i = open; i < scan->tokens->list.count; i++) {
        depth += token_is(scan->tokens, i, "(") - token_is(scan->tokens, i, ")");
        if (depth == 0)
            return i > open ? i + 1 : 0;
    }
    return 0;
}

/* ---- definitions -------------------------------------------------------------------------- */

/* The tokens of `#define NAME(parameter) body`. */
struct definition {
    size_t name, parameter, body, end; /* parameter 0: it takes none */
};

/* False when INDEX starts no definition that counts. */
static bool read_definition(const struct scan *scan, size_t index, struct definition *definition)
{
    const struct token *list = scan->tokens->list.items;
    if (!list[index].is_directive || !list[index].is_first ||
        strcmp(scan_text(scan, index + 1), "define") != 0 || scan_skips(scan, list[index].start))
        return false;
    size_t end = scan_directive_end(scan, index), body = index + 3;
    if (body > end)
        return false;
    bool has_parameters =
        body < end && token_is(scan->tokens, body, "(") && list[body].start == list[body - 1].end;
    *definition = (struct definition){index + 2, 0, body, end};
    if (has_parameters) {
        definition->parameter = body + 1;
        definition->body = behind_closing(scan, body);
    }
    return definition->body > 0 && definition->body <= end;
}

/* _Pragma("ppar ..."), _Pragma(#parameter) */
static bool is_pragma(struct scan *scan, const struct definition *d, struct annotation *annotation)
{
    if (!token_is(scan->tokens, d->body, "_Pragma") || behind_closing(scan, d->body + 1) != d->end)
        return false;
    if (d->body + 4 == d->end && scan->tokens->list.items[d->body + 2].is_literal)
        annotation->words = words_of_string(scan, d->body + 2);
    annotation->takes = TAKES_PRAGMA;
    return annotation->words ||
           (d->parameter && d->body + 5 == d->end && token_is(scan->tokens, d->body + 2, "#"));
}

/* PPAR_FOR(clauses), PPAR_FOR(__VA_ARGS__) */
static bool is_named(struct scan *scan, const struct definition *d, struct annotation *annotation)
{
    if (!token_is(scan->tokens, d->body, named) || behind_closing(scan, d->body + 1) != d->end)
        return false;
    bool passes_on = d->parameter && token_is(scan->tokens, d->parameter, "...") &&
                     d->body + 4 == d->end && token_is(scan->tokens, d->body + 2, "__VA_ARGS__");
    if (!d->parameter)
        annotation->words = join_words(scan, "for", d->body + 2, d->end - 1);
    annotation->takes = TAKES_CLAUSES;
    return annotation->words || passes_on;
}

/* The token behind `NAME (` at INDEX. */
static size_t first_argument(const struct scan *scan, size_t index)
{
    return token_is(scan->tokens, index + 1, "(") ? index + 2 : scan->tokens->list.count;
}

static bool is_parameter(const struct scan *scan, const struct definition *d, size_t index)
{
    return d->parameter && !strcmp(scan_text(scan, index), scan_text(scan, d->parameter));
}

/* PARALLEL, PRAGMA(parameter) */
static bool is_alias(struct scan *scan, const struct definition *d, struct annotation *annotation)
{
    const struct annotation *other = d->body < d->end ? find_annotation(scan, d->body) : NULL;
    bool passes_on = d->body + 4 == d->end && is_parameter(scan, d, first_argument(scan, d->body));
    bool is_all = other && (other->words ? d->body + 1 == d->end && !d->parameter : passes_on);
    if (!is_all)
        return false;
    annotation->words = other->words;
    annotation->takes = other->takes;
    return true;
}

/* Whether the definition is one of an annotation. */
static bool define(struct scan *scan, const struct definition *d)
{
    struct annotation annotation = {.name = scan_text(scan, d->name)};
    if (!is_pragma(scan, d, &annotation) && !is_named(scan, d, &annotation) &&
        !is_alias(scan, d, &annotation))
        return false;
    if (!find_annotation(scan, d->name))
        LIST_PUSH(scan->frontend->arena, scan->frontend->annotations, annotation);
    return true;
}

/* Is the token at INDEX of the body an annotation, or might it become one? */
static bool is_hidden(struct scan *scan, const struct definition *d, size_t index)
{
    size_t argument = first_argument(scan, index);
    const struct annotation *annotation = find_annotation(scan, index);
    if (token_is(scan->tokens, index, named) || (annotation && annotation->words))
        return true;
    if (argument >= d->end)
        return false;
    if (annotation)
        return annotation->takes == TAKES_CLAUSES || token_is(scan->tokens, argument, "ppar") ||
               is_parameter(scan, d, argument);
    const struct token *token = &scan->tokens->list.items[argument];
    return token_is(scan->tokens, index, "_Pragma") && token->is_literal &&
           scan_string(scan, token, NULL);
}

static size_t find_hidden(struct scan *scan, const struct definition *d)
{
    size_t index = d->body;
    while (index < d->end && !is_hidden(scan, d, index))
        index++;
    return index;
}

static void look_for_definitions(struct scan *scan)
{
    struct definition definition;
    for (size_t i = 0; i < scan->tokens->list.count; i++)
        if (read_definition(scan, i, &definition))
            define(scan, &definition);
}

/* Which of several definitions is in force at a use is not looked for: all have to say the same. */
static void report_other(struct scan *scan, const struct definition *d)
{
    const struct annotation *first = find_annotation(scan, d->name);
    struct annotation other = {.name = scan_text(scan, d->name)};
    if (!first)
        return;
    bool is_one =
        is_pragma(scan, d, &other) || is_named(scan, d, &other) || is_alias(scan, d, &other);
    bool is_same = is_one && first->takes == other.takes && !first->words == !other.words &&
                   (!first->words || !strcmp(first->words, other.words));
    const struct token *token = &scan->tokens->list.items[d->name];
    struct place place = scan_place(scan, token->start);
    if (!is_same)
        diag_add(scan->diags, SEVERITY_ERROR, DIAG_NOT_IMPLEMENTED, &place, token->end,
                 "'%s' stands for an annotation, and has another definition, too; give one of them "
                 "another name",
                 other.name);
}

static void report_hidden(struct scan *scan)
{
    struct definition definition;
    for (size_t i = 0; i < scan->tokens->list.count; i++) {
        if (!read_definition(scan, i, &definition))
            continue;
        report_other(scan, &definition);
        if (define(scan, &definition))
            continue;
        size_t hidden = find_hidden(scan, &definition);
        if (hidden == definition.end)
            continue;
        const struct token *token = &scan->tokens->list.items[hidden];
        struct place place = scan_place(scan, token->start);
        diag_add(scan->diags, SEVERITY_ERROR, DIAG_NOT_IMPLEMENTED, &place, token->end,
                 "a macro that holds an annotation has to be that alone");
    }
}

/* -DPARALLEL='_Pragma("ppar for")': there is no text of it to look into. */
static void report_options(const struct scan *scan)
{
    const struct frontend *frontend = scan->frontend;
    struct place place = {.file = frontend->path};
    for (size_t k = 0; k < frontend->args.count; k++) {
        const char *arg = frontend->args.items[k];
        if (strstr(arg, "_Pragma(\"ppar") || strstr(arg, named))
            diag_add(scan->diags, SEVERITY_ERROR, DIAG_NOT_IMPLEMENTED, &place, 0,
                     "a macro of the command line cannot be an annotation; define it in a header");
    }
}

void find_annotations(struct frontend *frontend, struct scan *scans, size_t count)
{
    size_t known;
    for (size_t k = 0; k < count; k++)
        scans[k].mentions_ppar = mentions(&scans[k], "ppar") || mentions(&scans[k], named);
    do { /* an alias may stand before what it means */
        known = frontend->annotations.count;
        for (size_t k = 0; k < count; k++)
            if (may_have_annotation(&scans[k])) {
                scan_load(&scans[k]);
                look_for_definitions(&scans[k]);
            }
    } while (frontend->annotations.count > known);
    for (size_t k = 0; k < count; k++)
        if (scans[k].tokens)
            report_hidden(&scans[k]);
    if (count)
        report_options(&scans[0]);
}

/* ---- uses --------------------------------------------------------------------------------- */

/* The words of the annotation that a macro's use at INDEX is, and *END behind it; else NULL. */
static const char *read_use(struct scan *scan, size_t index, size_t *end)
{
    const struct annotation clauses = {named, NULL, TAKES_CLAUSES};
    const struct annotation *annotation =
        token_is(scan->tokens, index, named) ? &clauses : find_annotation(scan, index);
    if (!annotation)
        return NULL;
    *end = index + 1;
    if (annotation->words)
        return annotation->words;
    size_t behind = token_is(scan->tokens, index + 1, "(") ? behind_closing(scan, index + 1) : 0;
    *end = behind;
    if (behind && annotation->takes == TAKES_CLAUSES)
        return join_words(scan, "for", index + 2, behind - 1);
    bool is_ours = behind && token_is(scan->tokens, index + 2, "ppar");
    return is_ours ? join_words(scan, "", index + 3, behind - 1) : NULL;
}

size_t scan_use(struct scan *scan, size_t index)
{
    size_t end;
    struct token token = scan->tokens->list.items[index];
    const char *words =
        token.is_directive || scan_skips(scan, token.start) ? NULL : read_use(scan, index, &end);
    if (!words)
        return index + 1;
    struct annotation_use use = {token.start, scan->tokens->list.items[end - 1].end, words};
    LIST_PUSH(scan->frontend->arena, scan->uses, use);
    return end;
}
