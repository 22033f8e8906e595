/*
 * Compares a definition with the effects that were declared of it. Both are taken as wholes, by
 * their summaries: which parameters' memory, which variables and states are read and written, and
 * what else happens. What a definition does through pointers that it loads is compared as one
 * thing, and then it is a warning, for the summary may not know better.
 */
#include "declared.h"

#include "summary.h"

#include <string.h>

struct comparison {
    struct diags *diags;
    const struct pragma *pragma;
    const struct function *function;
    const struct summary *does, *says;
};

static void report(const struct comparison *c, enum severity severity, const char *format,
                   const char *name)
{
    const struct pragma *pragma = c->pragma;
    const char *what = arena_printf(c->diags->arena, format, name);
    struct diag *diag =
        diag_add(c->diags, severity, DIAG_EFFECTS_BROKEN, &pragma->place, pragma->end,
                 "'%s' %s, which its effects do not say", c->function->name, what);
    diag_add_note(c->diags, diag, &c->function->place, 0, "'%s' is defined here",
                  c->function->name);
}

static void compare_params(const struct comparison *c, uint64_t does, uint64_t says,
                           const char *format)
{
    for (size_t k = 0; k < c->function->params.count && k < 64; k++)
        if ((does & ~says) >> k & 1)
            report(c, SEVERITY_ERROR, format, c->function->params.items[k]->name);
}

static bool has_state(const char *name, const struct summary *says)
{
    for (size_t k = 0; k < says->states_written.count; k++)
        if (!strcmp(says->states_written.items[k], name))
            return true;
    return !strcmp(name, "errno");
}

/* A static variable that the declaration cannot name is one of the function's states. */
static bool has_var(const struct var *var, const struct summary *says, bool writes)
{
    for (size_t k = 0; k < says->writes.count; k++)
        if (says->writes.items[k] == var)
            return true;
    for (size_t k = 0; !writes && k < says->reads.count; k++)
        if (says->reads.items[k] == var)
            return true;
    return var->storage != STORAGE_EXTERNAL && has_state(var->name, says);
}

static void compare_vars(const struct comparison *c)
{
    for (size_t k = 0; k < c->does->writes.count; k++)
        if (!has_var(c->does->writes.items[k], c->says, true))
            report(c, SEVERITY_ERROR, "writes '%s'", c->does->writes.items[k]->name);
    for (size_t k = 0; k < c->does->reads.count; k++) {
        const struct var *var = c->does->reads.items[k];
        if (!var->type->is_const && !has_var(var, c->says, false) && !has_var(var, c->does, true))
            report(c, SEVERITY_ERROR, "reads '%s'", var->name);
    }
}

static void compare_states(const struct comparison *c)
{
    for (size_t k = 0; k < c->does->states_written.count; k++)
        if (!has_state(c->does->states_written.items[k], c->says))
            report(c, SEVERITY_ERROR, "changes the state '%s'", c->does->states_written.items[k]);
    for (size_t k = 0; k < c->does->states_read.count; k++)
        if (!has_state(c->does->states_read.items[k], c->says) &&
            !has_state(c->does->states_read.items[k], c->does))
            report(c, SEVERITY_ERROR, "reads the state '%s'", c->does->states_read.items[k]);
}

static void compare_flags(const struct comparison *c)
{
    if (c->does->prints && !c->says->prints)
        report(c, SEVERITY_ERROR, "prints to %s", "stdout");
    if (c->does->may_exit && !c->says->may_exit)
        report(c, SEVERITY_ERROR, "may end the %s", "program");
    if (c->does->writes_unknown && !c->says->writes_unknown)
        report(c, SEVERITY_WARNING, "may write memory through a pointer that it %s", "loads");
    else if (c->does->reads_unknown && !c->says->reads_unknown)
        report(c, SEVERITY_WARNING, "may read memory through a pointer that it %s", "loads");
}

static void compare(const struct comparison *c)
{
    const struct summary *does = c->does, *says = c->says;
    compare_params(c, does->params_written & ~does->params_freed,
                   says->params_written | says->params_freed, "writes what '%s' points to");
    compare_params(c, does->params_read & ~does->params_written,
                   says->params_read | says->params_written, "reads what '%s' points to");
    compare_params(c, does->params_freed, says->params_freed, "frees what '%s' points to");
    compare_vars(c);
    compare_states(c);
    compare_flags(c);
}

void check_declared(const struct pragmas *pragmas, struct diags *diags)
{
    for (size_t k = 0; k < pragmas->effects.count; k++) {
        const struct pragma *pragma = pragmas->effects.items[k];
        const struct function *function = pragma->function;
        if (pragma->failed || !function || function->is_declared || !function->summary ||
            !pragma->scope->summary)
            continue;
        struct comparison comparison = {diags, pragma, function, function->summary,
                                        pragma->scope->summary};
        compare(&comparison);
    }
}
