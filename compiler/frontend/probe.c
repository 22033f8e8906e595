/*
 * What the expressions in clauses mean: names, types and macros in the scope of the loop.
 *
 * The file is parsed a second time with each directive overwritten in place by the head of a for
 * statement whose third part holds the expressions, so that the user's loop becomes its body:
 *
 *     #pragma ppar for workers(n) in(a[0 : w])
 *     for(;;                   n,    a,0 , w )
 *
 * Every expression stays at its own offset, so that its places and clang's errors are right by
 * themselves, and so do all other bytes of the file. There is room always: "for(;;" is shorter than
 * "#pragma ppar for", at least one byte stands between two expressions, and the last one is
 * followed by the ')' of its clause. A for statement accepts values of any type there, binds no
 * 'else', and may stand wherever the loop may. The conversion drops the outer statement again
 * (probe_take).
 *
 * Only pragmas that stand before a for statement are probed; when one of them brings an error, it
 * is reported in its clause, and the rest is parsed once more without it. What 'after' and sections
 * hold may speak of counters that the header declares (probe_counters.c).
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* What overwrites a pragma: the head of the for statement, and the expressions of its clauses that
 * have to be resolved, in the order of the text. */
struct probe {
    const char *head;
    LIST_OF(struct clause_expr *) exprs;
};

static void add_expr(struct arena *arena, struct probe *probe, struct clause_expr *expr)
{
    if (expr->place.line && expr->end > expr->start)
        LIST_PUSH(arena, probe->exprs, expr);
}

static void add_clause(struct arena *arena, struct probe *probe, struct clause *clause)
{
    add_expr(arena, probe, &clause->value);
    add_expr(arena, probe, &clause->function);
    for (size_t i = 0; i < clause->items.count; i++) {
        add_expr(arena, probe, &clause->items.items[i].base);
        add_expr(arena, probe, &clause->items.items[i].first);
        add_expr(arena, probe, &clause->items.items[i].count);
    }
}

static int by_start(const void *left, const void *right)
{
    const struct clause_expr *a = *(struct clause_expr *const *)left;
    const struct clause_expr *b = *(struct clause_expr *const *)right;
    return (a->start > b->start) - (a->start < b->start);
}

static struct probe probe_of(struct arena *arena, const struct pragma *pragma)
{
    struct probe probe = {.head = pragma->head ? pragma->head : "for(;;"};
    if (pragma->kind != PRAGMA_FOR || pragma->failed)
        return probe;
    for (size_t i = 0; i < pragma->clauses.count; i++)
        add_clause(arena, &probe, &pragma->clauses.items[i]);
    if (probe.exprs.count)
        qsort(probe.exprs.items, probe.exprs.count, sizeof *probe.exprs.items, by_start);
    return probe;
}

/* ---- the text ----------------------------------------------------------------------------- */

static bool fits(const struct probe *probe, const struct pragma *pragma)
{
    size_t behind = pragma->start + strlen(probe->head);
    for (size_t i = 0; i < probe->exprs.count; i++) {
        if (probe->exprs.items[i]->start < behind)
            return false;
        behind = probe->exprs.items[i]->end + 1;
    }
    return behind <= pragma->end;
}

static void blank(char *text, unsigned start, unsigned end)
{
    for (unsigned i = start; i < end; i++)
        if (text[i] != '\n' && text[i] != '\r')
            text[i] = ' ';
}

static void write_probe(char *text, const struct probe *probe, const struct pragma *pragma)
{
    unsigned behind = pragma->start;
    for (size_t i = 0; i < probe->exprs.count; i++) {
        const struct clause_expr *expr = probe->exprs.items[i];
        blank(text, behind, expr->start);
        if (i)
            text[behind] = ',';
        behind = expr->end;
    }
    blank(text, behind, pragma->end);
    text[behind] = ')';
    memcpy(text + pragma->start, probe->head, strlen(probe->head));
}

/* The text with the probes of loops; NULL when there are none. */
static char *loop_probes(struct frontend *frontend, struct pragmas *pragmas, struct diags *diags)
{
    char *text = NULL;
    for (size_t i = 0; i < pragmas->list.count; i++) {
        struct pragma *pragma = pragmas->list.items[i];
        struct probe probe = probe_of(frontend->arena, pragma);
        if (!probe.exprs.count)
            continue;
        if (!fits(&probe, pragma)) {
            pragma->failed = true;
            diag_add(diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &pragma->place, pragma->end,
                     "the expressions in this pragma cannot be told apart");
            continue;
        }
        if (!text)
            text = arena_strndup(frontend->arena, frontend->text, frontend->length);
        write_probe(text, &probe, pragma);
    }
    return text;
}

/* The text with all probes; empty when there is nothing to probe. */
static void probing_text(struct frontend *frontend, struct pragmas *pragmas, struct diags *diags,
                         struct buf *text)
{
    const char *probes = loop_probes(frontend, pragmas, diags);
    text->length = 0;
    if (!probes && !declared_is_any(frontend))
        return;
    buf_add(text, probes ? probes : frontend->text, frontend->length);
    if (declared_is_any(frontend))
        declared_append(frontend, text);
}

/* ---- placement ---------------------------------------------------------------------------- */

/* Pragmas that wait for the for statement behind them, by its offset. */
struct waiting {
    struct frontend *frontend;
    const struct tokens *tokens;
    struct pragmas *pragmas;
    bool *is_placed; /* of each pragma */
};

static enum CXChildVisitResult find_for(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct waiting *waiting = data;
    CXSourceLocation start = clang_getRangeStart(clang_getCursorExtent(cursor));
    if (parent.kind == CXCursor_TranslationUnit && !clang_Location_isFromMainFile(start))
        return CXChildVisit_Continue;
    if (cursor.kind != CXCursor_ForStmt)
        return CXChildVisit_Recurse;
    unsigned offset;
    clang_getExpansionLocation(start, NULL, NULL, NULL, &offset);
    for (size_t i = 0; i < waiting->pragmas->list.count; i++)
        if (pragma_target(waiting->tokens, waiting->pragmas->list.items[i]) == offset) {
            counters_note(waiting->frontend, waiting->pragmas->list.items[i], i, cursor);
            waiting->is_placed[i] = true;
        }
    return CXChildVisit_Recurse;
}

static bool needs_probes(struct frontend *frontend, const struct pragmas *pragmas)
{
    for (size_t i = 0; i < pragmas->list.count; i++)
        if (probe_of(frontend->arena, pragmas->list.items[i]).exprs.count)
            return true;
    return declared_is_any(frontend);
}

/* Reports the pragmas that no for statement follows: a probe would not stand there. */
static void check_placement(struct frontend *frontend, struct pragmas *pragmas, struct diags *diags)
{
    size_t count = pragmas->list.count;
    struct waiting waiting = {frontend, frontend_tokens(frontend), pragmas, NULL};
    waiting.is_placed = arena_alloc(frontend->arena, count * sizeof *waiting.is_placed);
    clang_visitChildren(clang_getTranslationUnitCursor(frontend->tu), find_for, &waiting);
    for (size_t i = 0; i < count; i++) {
        struct pragma *pragma = pragmas->list.items[i];
        if (pragma->kind == PRAGMA_FOR && !pragma->failed && !waiting.is_placed[i])
            report_placement(pragma, diags);
    }
}

/* ---- errors ------------------------------------------------------------------------------- */

static struct pragma *pragma_with(struct frontend *frontend, struct pragmas *pragmas,
                                  CXDiagnostic error)
{
    struct place place = place_of_location(frontend, clang_getDiagnosticLocation(error));
    for (size_t i = 0; place.main && i < pragmas->list.count; i++) {
        struct pragma *pragma = pragmas->list.items[i];
        if (place.offset >= pragma->start && place.offset <= pragma->end)
            return pragma;
    }
    return NULL;
}

/* Reports the first error of each pragma that has one; returns how many there are. */
static size_t report_probes(struct frontend *frontend, CXTranslationUnit tu,
                            struct pragmas *pragmas, struct diags *diags)
{
    size_t count = 0;
    for (unsigned i = 0; i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic error = clang_getDiagnostic(tu, i);
        bool is_error = clang_getDiagnosticSeverity(error) >= CXDiagnostic_Error;
        struct pragma *pragma = is_error ? pragma_with(frontend, pragmas, error) : NULL;
        if (is_error && declared_report(frontend, error, diags))
            count++;
        if (pragma && !pragma->failed) {
            report_error(frontend, diags, DIAG_CLAUSE_ARGUMENT, error);
            pragma->failed = true;
            count++;
        }
        clang_disposeDiagnostic(error);
    }
    return count;
}

CXTranslationUnit probe_parse(struct frontend *frontend, struct pragmas *pragmas,
                              struct diags *diags, bool *failed)
{
    declared_bind(frontend, pragmas, diags);
    if (!needs_probes(frontend, pragmas))
        return NULL;
    check_placement(frontend, pragmas, diags);
    struct buf text = {0};
    CXTranslationUnit tu = NULL;
    for (bool is_again = true; is_again;) {
        probing_text(frontend, pragmas, diags, &text);
        if (!text.length)
            break;
        size_t args = frontend->args.count;
        counters_define(frontend, pragmas);
        tu = frontend_parse(frontend, buf_text(&text), text.length);
        frontend->args.count = args;
        if (!tu) {
            report_unparsable(frontend, diags);
            *failed = true;
            break;
        }
        is_again = report_probes(frontend, tu, pragmas, diags) > 0;
        *failed = !is_again && report_errors(frontend, tu, diags);
        if (is_again || *failed) {
            clang_disposeTranslationUnit(tu);
            tu = NULL;
        }
    }
    frontend->probed = arena_strndup(frontend->arena, buf_text(&text), text.length);
    buf_release(&text);
    return tu;
}

/* ---- taking the expressions out ----------------------------------------------------------- */

struct pragma *probe_find(const struct convert *convert, unsigned offset)
{
    size_t low = 0, high = convert->pragmas->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (convert->pragmas->list.items[middle]->start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == convert->pragmas->list.count)
        return NULL;
    struct pragma *pragma = convert->pragmas->list.items[low];
    return pragma->start == offset ? pragma : NULL;
}

/* The last part of a comma expression; REST is what stands before it. */
static CXCursor split_last(struct convert *convert, CXCursor cursor, CXCursor *rest)
{
    size_t base = children_push_code(convert, cursor);
    CXCursor last = cursor;
    *rest = clang_getNullCursor();
    if (convert->stack_count == base + 2) {
        *rest = convert->stack[base];
        last = convert->stack[base + 1];
    }
    children_pop(convert, base);
    return last;
}

static void report_no_expr(struct convert *convert, struct pragma *pragma,
                           const struct clause_expr *wanted)
{
    pragma->failed = true;
    diag_add(convert->diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &wanted->place, wanted->end,
             "'%s' is not a single expression", wanted->text ? wanted->text : "this");
}

static void take_expr(struct convert *convert, struct pragma *pragma, struct clause_expr *wanted,
                      CXCursor cursor)
{
    struct span span = span_of(convert, cursor);
    bool is_it = span.place.main && span.place.offset == wanted->start && span.end == wanted->end;
    if (is_it) {
        wanted->expr = convert_expr(convert, cursor);
        return;
    }
    report_no_expr(convert, pragma, wanted);
}

/* The statement that the probe of PRAGMA holds is the user's loop, unless a macro in a clause has
 * closed the probe's bracket and opened another one. */
static bool holds_loop(const struct convert *convert, const struct pragma *pragma, CXCursor body)
{
    CXSourceLocation start = clang_getRangeStart(clang_getCursorExtent(body));
    unsigned offset;
    clang_getExpansionLocation(start, NULL, NULL, NULL, &offset);
    return offset == pragma_target(convert->tokens, pragma);
}

/* The for statement of the probe that holds the expressions, the innermost. */
static CXCursor holder(struct convert *convert, const struct pragma *pragma, CXCursor cursor)
{
    for (unsigned k = 1; k < pragma->counter_count; k++) {
        size_t base = children_push_code(convert, cursor);
        cursor = convert->stack[convert->stack_count - 1];
        children_pop(convert, base);
    }
    return cursor;
}

struct stmt *probe_take(struct convert *convert, struct pragma *pragma, CXCursor cursor)
{
    struct probe probe = probe_of(convert->arena, pragma);
    size_t base = children_push_code(convert, holder(convert, pragma, cursor));
    size_t count = convert->stack_count - base;
    CXCursor body = convert->stack[convert->stack_count - 1];
    CXCursor list = convert->stack[base + (count > 1 ? count - 2 : 0)];
    bool is_as_written = count == (pragma->counters ? 3 : 2) && holds_loop(convert, pragma, body);
    if (!is_as_written)
        report_no_expr(convert, pragma, probe.exprs.items[0]);
    for (size_t i = is_as_written ? probe.exprs.count : 0; i-- > 0;) {
        CXCursor part = list;
        if (i)
            part = split_last(convert, list, &list);
        take_expr(convert, pragma, probe.exprs.items[i], part);
    }
    children_pop(convert, base);
    struct stmt *stmt = convert_stmt(convert, body);
    const struct clause *after = find_clause(pragma, CLAUSE_AFTER);
    if (after && stmt->kind == STMT_FOR)
        stmt->after = after->value.expr;
    return stmt;
}
