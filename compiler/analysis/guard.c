#include "guard.h"

#include <string.h>

void add_guard(struct arena *arena, struct loop *loop, const char *text, const char *condition)
{
    struct guard guard = {.text = text, .condition = condition};
    for (size_t k = 0; k < loop->guards.count; k++)
        if (!strcmp(loop->guards.items[k].condition, condition))
            return;
    LIST_PUSH(arena, loop->guards, guard);
}

/* A disjunction among several conditions needs parentheses. */
static const char *as_operand(struct arena *arena, const struct loop *loop, const char *text)
{
    bool needs_them = loop->guards.count > 1 && strstr(text, "||");
    return needs_them ? arena_printf(arena, "(%s)", text) : text;
}

const char *guards_text(struct arena *arena, const struct loop *loop)
{
    const char *all = NULL;
    for (size_t k = 0; k < loop->guards.count; k++) {
        const char *text = as_operand(arena, loop, loop->guards.items[k].text);
        all = all ? arena_printf(arena, "%s && %s", all, text) : text;
    }
    return all;
}
