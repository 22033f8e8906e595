/*
 * The words for the core types' enumerations, as reports and messages print them.
 */
#include "model.h"

#include "pragma/clauses.h"

const char *clause_name(enum clause_kind kind)
{
    return clause_get(kind)->name;
}

const char *reduction_name(enum reduction reduction)
{
    static const char *const names[] = {
        [REDUCTION_NONE] = "none",     [REDUCTION_ADD] = "+",
        [REDUCTION_SUB] = "-",         [REDUCTION_MUL] = "*",
        [REDUCTION_AND] = "&",         [REDUCTION_OR] = "|",
        [REDUCTION_XOR] = "^",         [REDUCTION_LOGICAL_AND] = "&&",
        [REDUCTION_LOGICAL_OR] = "||", [REDUCTION_MIN] = "min",
        [REDUCTION_MAX] = "max",       [REDUCTION_FUNCTION] = "function",
    };
    return names[reduction];
}

const char *verdict_name(enum verdict verdict)
{
    static const char *const names[] = {
        [VERDICT_PROVEN] = "proven",
        [VERDICT_GUARDED] = "guarded",
        [VERDICT_TRUSTED] = "trusted",
        [VERDICT_REJECTED] = "rejected",
    };
    return names[verdict];
}

const char *role_name(enum role role)
{
    static const char *const names[] = {
        [ROLE_COUNTER] = "counter",     [ROLE_OUTPUT] = "output",
        [ROLE_INOUT] = "inout",         [ROLE_BROADCAST] = "broadcast",
        [ROLE_PRIVATE] = "private",     [ROLE_LASTPRIVATE] = "lastprivate",
        [ROLE_REDUCTION] = "reduction", [ROLE_APPEND] = "append",
        [ROLE_TRUSTED] = "trusted",     [ROLE_AFTER] = "after",
    };
    return names[role];
}

const struct clause *find_clause(const struct pragma *pragma, enum clause_kind kind)
{
    for (size_t k = 0; k < pragma->clauses.count; k++)
        if (pragma->clauses.items[k].kind == kind)
            return &pragma->clauses.items[k];
    return NULL;
}

const char *loop_variable(struct arena *arena, const struct loop *loop)
{
    return loop->depth ? arena_printf(arena, "ppar_%u", loop->depth + 1) : "ppar";
}
