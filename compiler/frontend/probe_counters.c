/*
 * The counters, in the expressions of clauses.
 *
 * Sections say what an iteration touches in terms of the loop's counter, and that is declared
 * behind the pragma, in the header. So the probe of such a pragma declares counters of the same
 * names and types in its own head, one for statement for each, by a macro that only the probing
 * parse has (its name is short enough for the place, whatever the counters are called):
 *
 *     #pragma ppar for collapse(2) out(a[i][j])
 *     for(ppar_20;;                    a[i][j])         -Dppar_20='int i;;)for(long j'
 *     for (int i = 0; i < n; i++)
 *         for (long j = 0; j < n; j++)
 *
 * That they stand for the loop's counters is settled when these are known (analysis/sections.c).
 */
#include "internal.h"

/* What is found in one header. */
struct header_search {
    struct frontend *frontend;
    struct pragma *pragma;
    CXCursor body;
};

static bool is_integer(CXType type)
{
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    return (kind >= CXType_Bool && kind <= CXType_Int128) || kind == CXType_Enum;
}

static void add_counter(struct frontend *frontend, struct pragma *pragma, CXCursor declaration)
{
    struct arena *arena = frontend->arena;
    CXType type = clang_getUnqualifiedType(clang_getCursorType(declaration));
    const char *before = pragma->counters ? pragma->counters : "";
    const char *spelling = take_string(arena, clang_getTypeSpelling(type));
    const char *name = take_string(arena, clang_getCursorSpelling(declaration));
    pragma->counters =
        arena_printf(arena, "%s%s%s %s", before, *before ? ";;)for(" : "", spelling, name);
    pragma->counter_count++;
}

static enum CXChildVisitResult look_into_header(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct header_search *search = data;
    if (parent.kind == CXCursor_ForStmt)
        search->body = cursor;
    if (cursor.kind == CXCursor_VarDecl && is_integer(clang_getCursorType(cursor)))
        add_counter(search->frontend, search->pragma, cursor);
    return cursor.kind == CXCursor_DeclStmt ? CXChildVisit_Recurse : CXChildVisit_Continue;
}

static enum CXChildVisitResult find_inner(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = cursor;
    return cursor.kind == CXCursor_ForStmt ? CXChildVisit_Break : CXChildVisit_Continue;
}

static bool has_clause(const struct pragma *pragma, enum clause_kind kind)
{
    for (size_t k = 0; k < pragma->clauses.count; k++)
        if (pragma->clauses.items[k].kind == kind)
            return true;
    return false;
}

static bool has_sections(const struct pragma *pragma)
{
    return has_clause(pragma, CLAUSE_IN) || has_clause(pragma, CLAUSE_OUT) ||
           has_clause(pragma, CLAUSE_INOUT);
}

void counters_note(struct frontend *frontend, struct pragma *pragma, CXCursor loop)
{
    unsigned levels = has_clause(pragma, CLAUSE_COLLAPSE) ? MAX_LEVELS : 1;
    pragma->counters = NULL;
    pragma->counter_count = 0;
    for (; has_sections(pragma) && levels > 0 && loop.kind == CXCursor_ForStmt; levels--) {
        struct header_search search = {frontend, pragma, clang_getNullCursor()};
        clang_visitChildren(loop, look_into_header, &search);
        loop = search.body;
        if (loop.kind == CXCursor_CompoundStmt)
            clang_visitChildren(loop, find_inner, &loop);
    }
}

const char *counters_head(struct arena *arena, const struct pragma *pragma)
{
    return pragma->counters ? arena_printf(arena, "for(ppar_%u;;", pragma->start) : "for(;;";
}

void counters_define(struct frontend *frontend, const struct pragmas *pragmas)
{
    for (size_t k = 0; k < pragmas->list.count; k++) {
        const struct pragma *pragma = pragmas->list.items[k];
        if (pragma->counters && !pragma->failed)
            LIST_PUSH(
                frontend->arena, frontend->args,
                arena_printf(frontend->arena, "-Dppar_%u=%s", pragma->start, pragma->counters));
    }
}
