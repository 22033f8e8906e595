/*
 * Each loop is judged as if the pragma stood before it: it gets a pragma without clauses that is
 * nowhere in the text, and goes through the same stages as an annotated one. That the verdict is
 * the same when the line is really there rests on two things: the verdict of a loop does not depend
 * on the annotations of others, and the pragma will be taken for this loop's. The second needs the
 * pragma to be a line of its own, directly before the loop (patch.c divides lines where necessary);
 * where another pragma stands there, as in `#pragma GCC ivdep`, the loop is left out: generated
 * code would come between the two. OpenMP's are an exception, as they mean nothing unless -fopenmp
 * is given, and then clang's tree does not show the loop as a plain one.
 */
#include "suggest.h"

#include "analysis/assigned.h"
#include "dump.h"
#include "patch.h"
#include "stages.h"

#include <stdlib.h>
#include <string.h>

/* Fewer operations than this in the whole loop are done before the workers have been forked. */
#define LITTLE_WORK 1e6

struct search {
    struct suggestions *suggestions;
    struct function *function;
    struct diags unseen; /* why loops cannot be annotated: nobody asked for it */
};

static bool is_annotated(const struct search *search, const struct stmt *stmt)
{
    const struct pragmas *pragmas = search->suggestions->pragmas;
    for (size_t k = 0; k < pragmas->list.count; k++)
        if (pragmas->list.items[k]->kind == PRAGMA_FOR && pragmas->list.items[k]->stmt == stmt)
            return true;
    return false;
}

static struct patch new_patch(const struct unit *unit)
{
    return (struct patch){.arena = unit->arena,
                          .path = unit->path,
                          .text = unit->file_text,
                          .length = unit->file_length};
}

/* Where STMT begins in the main file; false when it is in another one. */
static bool find_in_file(const struct unit *unit, const struct stmt *stmt, unsigned *offset)
{
    const char *file = unit_origin(unit, stmt_header(stmt)->keyword, offset);
    return file && !strcmp(file, unit->path);
}

static bool has_room(const struct search *search, const struct stmt *stmt)
{
    unsigned offset;
    struct patch patch = new_patch(search->suggestions->unit);
    return stmt_header(stmt)->is_plain && !stmt_header(stmt)->is_behind_pragma &&
           find_in_file(search->suggestions->unit, stmt, &offset) && patch_fits(&patch, offset);
}

/* Takes STMT up as a suggestion if it would be accepted. */
static bool try_loop(struct search *search, struct stmt *stmt)
{
    struct unit *unit = search->suggestions->unit;
    if (!has_room(search, stmt))
        return false;
    struct pragma *pragma = ARENA_NEW(unit->arena, struct pragma);
    pragma->kind = PRAGMA_FOR;
    pragma->place = stmt->place;
    pragma->start = pragma->end = stmt_header(stmt)->keyword;
    pragma->stmt = stmt;
    pragma->function = search->function;
    struct loop *loop = loop_model(unit, pragma, &search->unseen);
    if (!loop)
        return false;
    analyse_loop(unit, loop);
    if (loop->verdict != VERDICT_PROVEN && loop->verdict != VERDICT_GUARDED)
        return false;
    struct suggestion suggestion = {loop, work_of_iteration(unit, loop)};
    LIST_PUSH(unit->arena, search->suggestions->list, suggestion);
    return true;
}

static void search_stmt(struct search *search, struct stmt *stmt);

static bool search_block(struct expr *e, void *data)
{
    if (e->kind == EXPR_BLOCK)
        search_stmt(data, e->stmt);
    return e->kind != EXPR_BLOCK;
}

static void search_stmt(struct search *search, struct stmt *stmt)
{
    if (!stmt)
        return;
    if (stmt->kind == STMT_FOR && (is_annotated(search, stmt) || try_loop(search, stmt)))
        return;
    visit_expr(stmt->expr, search_block, search);
    visit_expr(stmt->step, search_block, search);
    for (size_t k = 0; stmt->kind == STMT_DECLARE && k < stmt->vars.count; k++)
        visit_expr(stmt->vars.items[k]->init, search_block, search);
    search_stmt(search, stmt->init);
    search_stmt(search, stmt->body);
    search_stmt(search, stmt->other);
    for (size_t k = 0; k < stmt->stmts.count; k++)
        search_stmt(search, stmt->stmts.items[k]);
}

static int compare_places(const void *left, const void *right)
{
    const struct suggestion *a = left, *b = right;
    unsigned first = stmt_header(a->loop->stmt)->keyword,
             second = stmt_header(b->loop->stmt)->keyword;
    return (first > second) - (first < second);
}

void find_suggestions(struct suggestions *suggestions)
{
    struct unit *unit = suggestions->unit;
    struct search search = {.suggestions = suggestions};
    diags_init(&search.unseen, unit->arena);
    for (size_t k = 0; k < unit->functions.count; k++) {
        search.function = unit->functions.items[k];
        if (search.function->unit == unit)
            search_stmt(&search, search.function->body);
    }
    if (suggestions->list.count)
        qsort(suggestions->list.items, suggestions->list.count, sizeof *suggestions->list.items,
              compare_places);
}

/* ---- the patch ---------------------------------------------------------------------------- */

static void print_comment(struct arena *arena, const struct suggestion *suggestion, FILE *stream)
{
    double trips = work_trips(suggestion->loop);
    const struct work *work = &suggestion->work;
    bool is_known =
        work->terms.count == 0 || (work->terms.count == 1 && !*work->terms.items[0].factor);
    double all =
        is_known && trips >= 0 && work->terms.count ? trips * work->terms.items[0].count : 0;
    fputs("# ", stream);
    print_verdict(stream, suggestion->loop);
    fprintf(stream, "; about %s operations an iteration", work_text(arena, work));
    if (is_known && trips >= 0)
        fprintf(stream, ", %.0f iterations%s", trips, all < LITTLE_WORK ? ": little work" : "");
    fputc('\n', stream);
}

void print_suggestions(const struct suggestions *suggestions, FILE *stream)
{
    struct unit *unit = suggestions->unit;
    struct patch patch = new_patch(unit);
    for (size_t k = 0; k < suggestions->list.count; k++) {
        const struct suggestion *suggestion = &suggestions->list.items[k];
        struct patch_line line = {0, "#pragma ppar for"};
        find_in_file(unit, suggestion->loop->stmt, &line.offset);
        LIST_PUSH(unit->arena, patch.lines, line);
        print_comment(unit->arena, suggestion, stream);
    }
    patch_print(&patch, stream);
}
