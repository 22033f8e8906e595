/*
 * Stage model, in order: errors end it; clauses with expressions are probed in a second parse
 * (probe.c); the tree becomes the unit; each pragma is bound to the for statement behind it.
 *
 * A pragma belongs to the statement that starts at the next token. That token may be the name of a
 * macro that makes the loop; of several loops that one macro makes, the outermost is meant.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* ---- bind --------------------------------------------------------------------------------- */

static const struct for_at *for_behind(const struct convert *convert, unsigned offset)
{
    for (size_t i = 0; i < convert->fors.count; i++)
        if (convert->fors.items[i].offset == offset)
            return &convert->fors.items[i];
    return NULL;
}

/* Another directive in between counts as a token: it might change what stands behind. */
/* Between a pragma and its loop may stand what generated code can stand before: #line, the end of
 * the group of #if that the pragma is in, and groups that are skipped. */
static bool is_passed_over(const struct tokens *tokens, size_t index)
{
    return tokens->list.items[index].is_skipped || tokens_name_lines(tokens, index) ||
           tokens_end_group(tokens, index);
}

unsigned pragma_target(const struct tokens *tokens, const struct pragma *pragma)
{
    size_t index = tokens_find_any(tokens, pragma->end);
    while (index < tokens->list.count && is_passed_over(tokens, index))
        index = tokens_next_line(tokens, index);
    return index < tokens->list.count ? tokens->list.items[index].start : (unsigned)tokens->length;
}

void report_placement(struct pragma *pragma, struct diags *diags)
{
    pragma->failed = true;
    diag_add(diags, SEVERITY_ERROR, DIAG_PRAGMA_PLACEMENT, &pragma->place, pragma->end,
             "'#pragma ppar for' has to stand directly before a for statement");
}

static void bind_pragma(struct convert *convert, struct pragma *pragma)
{
    if (pragma->kind != PRAGMA_FOR)
        return;
    const struct for_at *at = for_behind(convert, pragma_target(convert->tokens, pragma));
    if (!at) {
        if (!pragma->failed)
            report_placement(pragma, convert->diags);
        return;
    }
    if (at->stmt->kind == STMT_FOR) {
        pragma->stmt = at->stmt;
        pragma->function = at->function;
        return;
    }
    pragma->failed = true;
    diag_add(
        convert->diags, SEVERITY_ERROR, DIAG_LOOP_MACRO, &at->stmt->place, 0,
        "the header of this loop comes from a macro; write it out to run the loop in parallel");
}

/* ---- convert ------------------------------------------------------------------------------ */

static bool mentions(const struct unit *unit, const char *word)
{
    return memmem(unit->text, unit->length, word, strlen(word)) != NULL;
}

static struct unit *unit_new(struct frontend *frontend)
{
    struct unit *unit = ARENA_NEW(frontend->arena, struct unit);
    unit->arena = frontend->arena;
    unit->path = frontend->path;
    unit->names = frontend->names;
    unit->pieces = frontend->pieces;
    unit->skips = frontend->skips;
    unit->text = frontend->text;
    unit->length = frontend->length;
    unit->wraps_signed = frontend->wraps_signed;
    unit->next_id = frontend->first_id;
    /* Attributes that libclang does not show; a mention is taken for a use. */
    unit->types_alias = frontend->types_alias || mentions(unit, "may_alias");
    unit->has_weak = mentions(unit, "weak");
    unit->has_assembler = mentions(unit, "asm");
    unit->mentions_line = mentions(unit, "__LINE__");
    unit->has_cleanups = mentions(unit, "cleanup") || mentions(unit, "destructor");
    unit->has_aliases = mentions(unit, "alias(\"") || mentions(unit, "alias (\"") ||
                        mentions(unit, "alias__") || mentions(unit, "weakref");
    unit->exact_floating = frontend->exact_floating;
    return unit;
}

static struct unit *convert_unit(struct frontend *frontend, CXTranslationUnit tu,
                                 struct pragmas *pragmas, struct diags *diags)
{
    struct convert *convert = ARENA_NEW(frontend->arena, struct convert);
    convert->arena = frontend->arena;
    convert->frontend = frontend;
    convert->unit = unit_new(frontend);
    convert->tu = tu;
    convert->main_file = clang_getFile(tu, frontend->file);
    convert->text = frontend->probed && tu != frontend->tu ? frontend->probed : frontend->text;
    convert->tokens = frontend_tokens(frontend);
    convert->pragmas = pragmas;
    convert->diags = diags;
    places_init(convert);
    macros_init(convert);
    declare_globals(convert);
    convert_bodies(convert);
    bind_packs(convert);
    declared_take(convert);
    types_finish(convert);
    for (size_t i = 0; i < pragmas->list.count; i++)
        bind_pragma(convert, pragmas->list.items[i]);
    uses_mark_unit(convert->unit);
    uses_mark_clauses(pragmas);
    free(convert->stack);
    return convert->unit;
}

/* Compilers take it for a blank; pieces of text that are cut out would end there. */
static bool report_null(struct frontend *frontend, struct diags *diags)
{
    const char *null = memchr(frontend->text, '\0', frontend->length);
    if (!null)
        return false;
    unsigned offset = (unsigned)(null - frontend->text);
    struct place place = place_of_location(
        frontend, clang_getLocationForOffset(frontend->tu, frontend->main_file, offset));
    diag_add(diags, SEVERITY_ERROR, DIAG_COMPILE_ERROR, &place, offset + 1,
             "there is a null character in this file");
    return true;
}

struct unit *frontend_model(struct frontend *frontend, struct pragmas *pragmas, struct diags *diags)
{
    if (report_null(frontend, diags) || report_errors(frontend, frontend->tu, diags))
        return NULL;
    bool failed = false;
    CXTranslationUnit probed = probe_parse(frontend, pragmas, diags, &failed);
    if (failed)
        return NULL;
    struct unit *unit = convert_unit(frontend, probed ? probed : frontend->tu, pragmas, diags);
    if (probed)
        clang_disposeTranslationUnit(probed);
    return unit;
}
