/*
 * Summaries by a fixpoint over the call graph. Every summary starts empty, which is right for a
 * function that never returns, and each look through a body adds what its callees' summaries say by
 * now; the round over all functions is repeated until none grows. Sets only grow and are finite, so
 * this ends, and then each summary covers what its body does with what its callees do. Callees come
 * before their callers, so that a program without recursion takes two rounds.
 *
 * Freshness is the other way round: a function's result is fresh until something is found that it
 * returns and that is not, which for mutual recursion gives the greatest answer that is consistent.
 */
#include "summary.h"

#include "assigned.h"
#include "library.h"
#include "summarise.h"

/* ---- order -------------------------------------------------------------------------------- */

struct ordering {
    struct arena *arena;
    bool *visited;                        /* by function id */
    LIST_OF(struct function *) functions; /* callees first */
};

static void visit_function(struct ordering *ordering, struct function *function);

static bool visit_callee(struct expr *e, void *data)
{
    if (e->kind == EXPR_FUNCTION)
        visit_function(data, e->function);
    return true;
}

static void visit_function(struct ordering *ordering, struct function *function)
{
    if (!function->body || ordering->visited[function->id])
        return;
    ordering->visited[function->id] = true;
    visit_stmt_exprs(function->body, visit_callee, ordering);
    LIST_PUSH(ordering->arena, ordering->functions, function);
}

/* The greatest id in sight. */
static unsigned greater(unsigned last, const struct function *function)
{
    for (; function; function = function->declared)
        last = function->id > last ? function->id : last;
    return last;
}

static void order_functions(struct unit *unit, struct ordering *ordering)
{
    unsigned last = 0;
    for (size_t k = 0; k < unit->functions.count; k++)
        last = greater(last, unit->functions.items[k]);
    ordering->arena = unit->arena;
    ordering->visited = arena_alloc(unit->arena, ((size_t)last + 1) * sizeof(bool));
    for (size_t k = 0; k < unit->functions.count; k++) {
        struct function *function = unit->functions.items[k];
        for (; function; function = function->declared)
            visit_function(ordering, function);
    }
}

/* ---- the fixpoint ------------------------------------------------------------------------- */

/* An allocation that is kept can be reached by others, too. */
static void publish_result(struct body *body)
{
    struct summary *summary = body->summary;
    struct targets *result = &summary->result;
    if (targets_share_fresh(result, &body->kept)) {
        struct targets unknown = {.unknown = true};
        body_join(body, result, &unknown);
    }
    summary->returns_fresh =
        body->function->type->target && body->function->type->target->kind == TYPE_POINTER &&
        targets_are_own(result) && !result->local && !result->constant && !result->inside;
}

/* Makes a summary of what is known so far; the lists are shared, and grow only in the body. */
static void publish(struct body *body)
{
    struct summary *summary = body->summary;
    summary->params_read = body->read.params;
    summary->params_written = body->written.params;
    summary->params_freed = body->freed.params;
    summary->params_kept = body->kept.params;
    summary->reads.items = body->read.vars.items;
    summary->reads.count = body->read.vars.count;
    summary->writes.items = body->written.vars.items;
    summary->writes.count = body->written.vars.count;
    summary->reads_unknown = body->read.unknown;
    summary->writes_unknown = body->written.unknown;
    summary->states_read.items = body->read.states.items;
    summary->states_read.count = body->read.states.count;
    summary->states_written.items = body->written.states.items;
    summary->states_written.count = body->written.states.count;
    publish_result(body);
}

struct targets summary_read(const struct summary *summary)
{
    struct targets read = {.params = summary->params_read, .unknown = summary->reads_unknown};
    read.vars.items = summary->reads.items;
    read.vars.count = summary->reads.count;
    read.states.items = summary->states_read.items;
    read.states.count = summary->states_read.count;
    return read;
}

struct targets summary_written(const struct summary *summary)
{
    struct targets written = {.params = summary->params_written,
                              .unknown = summary->writes_unknown};
    written.vars.items = summary->writes.items;
    written.vars.count = summary->writes.count;
    written.states.items = summary->states_written.items;
    written.states.count = summary->states_written.count;
    return written;
}

/* Whether the summary grew. */
static bool improve(struct body *body)
{
    bool grew = false;
    do {
        body->changed = false;
        body_scan(body);
        publish(body);
        grew |= body->changed;
    } while (body->changed);
    return grew;
}

static struct body *body_new(struct arena *arena, struct function *function)
{
    struct body *body = ARENA_NEW(arena, struct body);
    body->arena = arena;
    body->function = function;
    body->summary = function->summary = ARENA_NEW(arena, struct summary);
    publish(body);
    return body;
}

void summarise(struct unit *unit)
{
    struct ordering ordering = {0};
    order_functions(unit, &ordering);
    size_t count = ordering.functions.count;
    struct body **bodies = arena_alloc(unit->arena, count * sizeof *bodies);
    for (size_t k = 0; k < count; k++)
        bodies[k] = body_new(unit->arena, ordering.functions.items[k]);
    bool grew;
    do {
        grew = false;
        for (size_t k = 0; k < count; k++)
            grew |= improve(bodies[k]);
    } while (grew);
}

/* ---- questions ---------------------------------------------------------------------------- */

static bool has_bit(uint64_t mask, size_t index)
{
    return index < 64 && (mask >> index & 1);
}

bool summary_reads_param(const struct summary *summary, size_t index)
{
    return has_bit(summary->params_read, index);
}

bool summary_writes_param(const struct summary *summary, size_t index)
{
    return has_bit(summary->params_written, index);
}

bool summary_frees_param(const struct summary *summary, size_t index)
{
    return has_bit(summary->params_freed, index);
}

bool summary_keeps_param(const struct summary *summary, size_t index)
{
    return index >= 64 || has_bit(summary->params_kept, index);
}

bool function_returns_fresh(const struct function *function)
{
    const struct library_function *entry = library_entry(function);
    if (entry)
        return entry->result == RESULT_FRESH;
    return function->summary && function->summary->returns_fresh;
}

/* ---- as text ------------------------------------------------------------------------------ */

struct writer {
    struct buf *out;
    size_t start;
    bool has_items;
};

static void write_group(struct writer *writer, const char *name)
{
    if (writer->out->length > writer->start)
        buf_puts(writer->out, "; ");
    buf_puts(writer->out, name);
    writer->has_items = false;
}

static void write_item(struct writer *writer, const char *before, const char *name,
                       const char *behind)
{
    buf_printf(writer->out, "%s%s%s%s", writer->has_items ? ", " : " ", before, name, behind);
    writer->has_items = true;
}

static void write_params(struct writer *writer, const struct function *function, uint64_t mask,
                         const char *before)
{
    for (size_t k = 0; k < function->params.count; k++)
        if (has_bit(mask, k))
            write_item(writer, before, function->params.items[k]->name, "");
}

static void write_targets(struct writer *writer, const char *name, const struct function *function,
                          const struct targets *targets)
{
    if (targets_are_own(targets) && !targets->fresh.count && !targets->constant)
        return;
    write_group(writer, name);
    write_params(writer, function, targets->params, "*");
    for (size_t k = 0; k < targets->vars.count; k++)
        write_item(writer, "", targets->vars.items[k]->name, "");
    for (size_t k = 0; k < targets->states.count; k++)
        write_item(writer, "the state '", targets->states.items[k], "'");
    if (targets->unknown)
        write_item(writer, "", "unknown memory", "");
    if (targets->fresh.count)
        write_item(writer, "", "new memory", "");
    if (targets->constant)
        write_item(writer, "", "constant memory", "");
}

static void write_mask(struct writer *writer, const char *name, const struct function *function,
                       uint64_t mask, const char *before)
{
    if (!mask)
        return;
    write_group(writer, name);
    write_params(writer, function, mask, before);
}

void summary_write(struct buf *out, const struct function *function)
{
    const struct summary *summary = function->summary;
    struct writer writer = {.out = out, .start = out->length};
    struct targets read = summary_read(summary), written = summary_written(summary);
    write_targets(&writer, "reads", function, &read);
    write_targets(&writer, "writes", function, &written);
    write_mask(&writer, "frees", function, summary->params_freed, "*");
    write_mask(&writer, "keeps", function, summary->params_kept, "");
    write_mask(&writer, "stores pointers in", function, summary->params_given, "*");
    if (summary->stores_pointers)
        write_group(&writer, "stores pointers");
    if (summary->reads_world)
        write_group(&writer, "reads the world");
    if (summary->changes_world)
        write_group(&writer, "changes the world");
    if (summary->prints)
        write_group(&writer, "prints");
    if (summary->may_exit)
        write_group(&writer, "may exit");
    if (summary->returns_fresh && summary->result.fresh.count)
        write_group(&writer, "returns a new block");
    else
        write_targets(&writer, "returns", function, &summary->result);
    for (size_t k = 0; k < summary->reasons.count; k++) {
        write_group(&writer, "not in an iteration:");
        write_item(&writer, "", diag_id_text(summary->reasons.items[k].id), "");
    }
    if (out->length == writer.start)
        buf_puts(out, "nothing");
}
