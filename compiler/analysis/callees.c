/*
 * A call through a pointer becomes a choice among direct calls:
 *
 *     methods[k].f(x)    is    methods[k].f == gauss ? gauss(x) : box(x)
 *
 * That is the same program when no other function can be meant (flow.h): a null pointer and one
 * that was never set must not be called. So no later analysis has to know of pointers to functions;
 * the walk takes the condition for unknown and follows both sides. With one function left the
 * condition is, too, and (f, gauss(x)) only keeps the access to the pointer.
 *
 * The pointer is read more than once then, and the arguments stand on several sides, of which one
 * happens. So a pointer that is computed with effects is left alone, and so are arguments with
 * effects unless there is one target.
 */
#include "callees.h"

#include "assigned.h"
#include "flow.h"

enum { MAX_CHOICES = 64 };

struct rewriter {
    struct arena *arena;
    struct type *truth; /* int */
};

static struct expr *node_at(struct rewriter *rewriter, const struct expr *at, enum expr_kind kind,
                            struct type *type, size_t arg_count)
{
    struct expr *e = ARENA_NEW(rewriter->arena, struct expr);
    e->kind = kind;
    e->type = type;
    e->place = at->place;
    e->end = at->end;
    e->args = arena_alloc(rewriter->arena, arg_count * sizeof *e->args);
    e->arg_count = arg_count;
    return e;
}

static struct expr *name_of(struct rewriter *rewriter, const struct expr *at,
                            struct function *function)
{
    struct expr *e = node_at(rewriter, at, EXPR_FUNCTION, function->type, 0);
    e->function = function;
    return e;
}

/* CALL, of FUNCTION by its name. */
static struct expr *direct_call(struct rewriter *rewriter, const struct expr *call,
                                struct function *function)
{
    struct expr *e = node_at(rewriter, call, EXPR_CALL, call->type, call->arg_count);
    e->args[0] = name_of(rewriter, call->args[0], function);
    for (size_t k = 1; k < call->arg_count; k++)
        e->args[k] = call->args[k];
    return e;
}

static struct expr *is_pointer_to(struct rewriter *rewriter, struct expr *callee,
                                  struct function *function)
{
    struct expr *e = node_at(rewriter, callee, EXPR_BINARY, rewriter->truth, 2);
    e->op = OP_EQ;
    e->args[0] = callee;
    e->args[1] = name_of(rewriter, callee, function);
    return e;
}

/* What stands for CALL when its pointer is one of the first COUNT functions. */
static struct expr *choice(struct rewriter *rewriter, const struct expr *call,
                           struct function *const *functions, size_t count)
{
    struct expr *last = direct_call(rewriter, call, functions[count - 1]);
    if (count == 1)
        return last;
    struct expr *e = node_at(rewriter, call, EXPR_COND, call->type, 3);
    e->args[0] = is_pointer_to(rewriter, call->args[0], functions[count - 1]);
    e->args[1] = last;
    e->args[2] = choice(rewriter, call, functions, count - 1);
    return e;
}

static struct expr *only_choice(struct rewriter *rewriter, const struct expr *call,
                                struct function *function)
{
    struct expr *e = node_at(rewriter, call, EXPR_COMMA, call->type, 2);
    e->args[0] = call->args[0];
    e->args[1] = direct_call(rewriter, call, function);
    return e;
}

static bool count_call(struct expr *e, void *data)
{
    size_t *count = data;
    *count += e->kind == EXPR_CALL;
    return *count < MAX_CHOICES;
}

/* Whether the arguments can stand on COUNT sides. */
static bool can_repeat_arguments(const struct expr *call, size_t count)
{
    size_t calls = 1;
    for (size_t k = 1; k < call->arg_count; k++) {
        if (expr_contains(call->args[k], EXPRS_CHANGE))
            return count == 1;
        visit_expr(call->args[k], count_call, &calls);
    }
    return calls * count <= MAX_CHOICES;
}

static void rewrite_call(struct rewriter *rewriter, struct expr *call,
                         const struct callees *callees)
{
    size_t count = callees->list.count;
    if (call->kind != EXPR_CALL || callees->is_unknown || !count ||
        !can_repeat_arguments(call, count))
        return;
    *call = count == 1 ? *only_choice(rewriter, call, callees->list.items[0])
                       : *choice(rewriter, call, callees->list.items, count);
}

static struct callees callees_of(const struct flows *flows, const struct expr *call)
{
    if (expr_contains(call->args[0], EXPRS_CHANGE | EXPRS_CALL))
        return (struct callees){.is_unknown = true};
    return flows_find(flows, call->args[0]);
}

/* All are found before the first is rewritten. Inner calls come last in the list, and have to be
 * counted by those around them. */
void resolve_callees(struct unit *unit)
{
    struct rewriter rewriter = {.arena = unit->arena};
    struct flows flows;
    flows_collect(&flows, unit);
    const size_t count = flows.indirect.count;
    struct callees *callees = arena_alloc(unit->arena, count * sizeof *callees);
    for (size_t k = 0; k < count; k++)
        callees[k] = callees_of(&flows, flows.indirect.items[k].expr);
    rewriter.truth = ARENA_NEW(unit->arena, struct type);
    *rewriter.truth = (struct type){
        .kind = TYPE_INTEGER, .spelling = "int", .size = (int64_t)sizeof(int), .is_signed = true};
    for (size_t k = count; k-- > 0;)
        rewrite_call(&rewriter, flows.indirect.items[k].expr, &callees[k]);
}
