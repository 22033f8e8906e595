/*
 * The counters, in the expressions of clauses.
 *
 * Sections, and what 'after' evaluates, speak of the loop's counter, and that is declared behind
 * the pragma, in the header. So the probe of such a pragma has another head, which declares
 * counters of the same names and types, one for statement for each. It is a macro that only the
 * probing parse has: its name is short enough for the place, whatever the counters are called.
 *
 *     #pragma ppar for collapse(2) out(a[i][j])
 *     ppar_0                           a[i][j])         -Dppar_0='for(int i;;)for(long j;;'
 *     for (int i = 0; i < n; i++)
 *         for (long j = 0; j < n; j++)
 *
 * That they stand for the loop's counters is settled when these are known (analysis/bind.c,
 * sections.c).
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
    const char *spelling = take_string(arena, clang_getTypeSpelling(type));
    const char *name = take_string(arena, clang_getCursorSpelling(declaration));
    pragma->counters =
        arena_printf(arena, "%s%sfor(%s %s;;", pragma->counters ? pragma->counters : "",
                     pragma->counters ? ")" : "", spelling, name);
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

static bool may_name_counters(const struct pragma *pragma)
{
    return find_clause(pragma, CLAUSE_IN) || find_clause(pragma, CLAUSE_OUT) ||
           find_clause(pragma, CLAUSE_INOUT) || find_clause(pragma, CLAUSE_AFTER);
}

void counters_note(struct frontend *frontend, struct pragma *pragma, size_t number, CXCursor loop)
{
    unsigned levels = find_clause(pragma, CLAUSE_COLLAPSE) ? MAX_LEVELS : 1;
    pragma->head = "for(;;";
    pragma->counters = NULL;
    pragma->counter_count = 0;
    for (; may_name_counters(pragma) && levels > 0 && loop.kind == CXCursor_ForStmt; levels--) {
        struct header_search search = {frontend, pragma, clang_getNullCursor()};
        clang_visitChildren(loop, look_into_header, &search);
        loop = search.body;
        if (loop.kind == CXCursor_CompoundStmt)
            clang_visitChildren(loop, find_inner, &loop);
    }
    if (pragma->counters)
        pragma->head = arena_printf(frontend->arena, "ppar_%zu ", number);
}

void counters_define(struct frontend *frontend, const struct pragmas *pragmas)
{
    for (size_t k = 0; k < pragmas->list.count; k++) {
        const struct pragma *pragma = pragmas->list.items[k];
        if (pragma->counters && !pragma->failed)
            LIST_PUSH(frontend->arena, frontend->args,
                      arena_printf(frontend->arena, "-Dppar_%zu=%s", k, pragma->counters));
    }
}
