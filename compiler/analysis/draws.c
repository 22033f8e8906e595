/*
 * Loops whose iterations draw random numbers (<ppar.h>). The walk sees calls of the functions, also
 * in callees. What a function does that is not in sight is said by effects(state(ppar_random)), or
 * a seed clause gives each iteration its stream whether it is seen to draw or not: so the clause is
 * never without effect.
 */
#include "draws.h"

#include "assigned.h"
#include "reasons.h"

#include <ctype.h>
#include <string.h>

const struct clause *seed_clause(const struct loop *loop)
{
    for (size_t k = 0; k < loop->pragma->clauses.count; k++)
        if (loop->pragma->clauses.items[k].kind == CLAUSE_SEED)
            return &loop->pragma->clauses.items[k];
    return NULL;
}

bool loop_draws(const struct loop *loop)
{
    return loop->trace->draws || seed_clause(loop) != NULL;
}

const char *key_variable(struct arena *arena, const struct loop *loop)
{
    return arena_printf(arena, "%s_key", loop_variable(arena, loop));
}

/* ---- generators that iterations cannot share ---------------------------------------------- */

struct generator {
    const char *name, *state;
    const char *instead; /* which has the same range and type */
};

static const struct generator *find_generator(const struct expr *call)
{
    static const struct generator generators[] = {
        {"drand48", "drand48", "ppar_random()"},
        {"lrand48", "drand48", "(long)(ppar_random_u64() >> 33)"},
        {"mrand48", "drand48", "(long)(int)(ppar_random_u64() >> 32)"},
        {"rand", "rand", "(int)(ppar_random_u64() >> 33)"},
        {"random", "random", "(long)(ppar_random_u64() >> 33)"},
    };
    const struct function *function =
        call && call->kind == EXPR_CALL && call->args[0]->kind == EXPR_FUNCTION
            ? call->args[0]->function
            : NULL;
    for (size_t k = 0; function && k < sizeof generators / sizeof *generators; k++)
        if (!strcmp(generators[k].name, function->name))
            return &generators[k];
    return NULL;
}

/* Whether the text from AT to END is NAME and "()", perhaps with blanks between. */
static bool is_plain_call(const char *at, const char *end, const char *name)
{
    size_t length = strlen(name);
    if ((size_t)(end - at) < length || strncmp(at, name, length))
        return false;
    char rest[3] = "";
    for (at += length, length = 0; at < end; at++)
        if (!isspace((unsigned char)*at) && length < 2)
            rest[length++] = *at;
        else if (!isspace((unsigned char)*at))
            return false;
    return !strcmp(rest, "()");
}

/* Where the first line begins that includes a header; the text's length: none does. */
static unsigned first_include(const struct unit *unit)
{
    static const char word[] = "#include";
    const char *at = unit->text;
    while (at && strncmp(at, word, strlen(word)) != 0) {
        at = strchr(at, '\n');
        at += at != NULL;
    }
    return at ? (unsigned)(at - unit->text) : (unsigned)unit->length;
}

/* A call that was the first in its iteration hides those behind it, so all of them are replaced at
 * once. */
struct replacement {
    struct loop *loop;
    struct reason *reason;
    const char *state;
    bool is_included; /* the header */
};

/* Whether some reason of the loop offers to replace what begins at START. */
static bool is_replaced(const struct loop *loop, unsigned start)
{
    for (size_t k = 0; k < loop->reasons.count; k++)
        for (size_t f = 0; f < loop->reasons.items[k].fixits.count; f++)
            if (loop->reasons.items[k].fixits.items[f].start == start)
                return true;
    return false;
}

static void add_fixit(const struct replacement *r, unsigned start, unsigned end, const char *text)
{
    struct diag_fixit fixit = {start, end, text, true};
    LIST_PUSH(r->loop->trace->arena, r->reason->fixits, fixit);
}

static bool replace_call(struct expr *e, void *data)
{
    struct replacement *r = data;
    const struct unit *unit = r->loop->trace->unit;
    const struct generator *generator = find_generator(e);
    unsigned start = e->place.offset, at = first_include(unit);
    if (!generator || strcmp(generator->state, r->state) != 0 || e->end < start ||
        !place_is_in(unit, &e->place) || is_replaced(r->loop, start) ||
        (!r->is_included && at == unit->length) ||
        !is_plain_call(unit->text + start, unit->text + e->end, generator->name))
        return true;
    if (!r->is_included)
        add_fixit(r, at, at, "#include <ppar.h>\n");
    r->is_included = true;
    add_fixit(r, start, e->end, generator->instead);
    return true;
}

bool offer_random(struct loop *loop, struct reason *reason, const struct access *read)
{
    const struct unit *unit = loop->trace->unit;
    const struct generator *generator = find_generator(read->expr);
    if (!generator)
        return false;
    add_note(loop, reason, NULL, 0,
             "use '%s' of <ppar.h>: each iteration has a stream of its own, and its numbers are "
             "the same in each run",
             generator->instead);
    struct replacement r = {loop, reason, generator->state,
                            strstr(unit->text, "#include <ppar.h>") != NULL};
    replace_call((struct expr *)read->expr, &r);
    if (read->is_in_body)
        visit_stmt_exprs(loop->stmt->body, replace_call, &r);
    else if (read->callee && read->callee->body)
        visit_stmt_exprs(read->callee->body, replace_call, &r);
    return true;
}
