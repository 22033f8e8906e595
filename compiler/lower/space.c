/*
 * The iteration space: its size, the part of it that is a chunk, and the headers of the loops that
 * run through the chunk. With one loop the chunk is a range of its counter:
 *
 *     for (i = ppar_at; i < ppar_end; i++)
 *
 * which may become longer while it runs (ppar_grow):
 *
 *     for (i = ppar_at; i < ppar_end || (ppar_grow(&ppar) && (ppar_end = ..., 1)); i++)
 *
 * With several, a chunk begins at one vector of counters and ends at another. Each loop inside runs
 * from where the chunk begins in the first round of the loops around it, to where the chunk ends in
 * the last one, and else all the way. Values of counters do not repeat, so these rounds are known
 * by them (ppar_top is the last value of the outer counter in the chunk):
 *
 *     for (i = ppar_at; i < ppar_end; i++)
 *         for (j = i == ppar_at ? ppar_at2 : ppar_start2;
 *              j < (i == ppar_top ? ppar_end2 : ppar_stop2); j++)
 *
 * The header of a loop inside is evaluated once, in a block of its own, and only when the serial
 * program would come to it.
 */
#include "lowering.h"

#include "../analysis/assigned.h"
#include "../analysis/leave.h"
#include "../analysis/plan.h"
#include "../analysis/render.h"
#include "../analysis/shape.h"

#include <ctype.h>
#include <string.h>

/* ---- names -------------------------------------------------------------------------------- */

static const struct loop_shape *shape_of(const struct lowering *l, unsigned level)
{
    return &l->loop->levels.items[level].shape;
}

static bool is_collapsed(const struct lowering *l)
{
    return l->loop->levels.count > 1;
}

/* "ppar_start" of the outermost loop, "ppar_start2", ... of those inside. */
static const char *named(const struct lowering *l, const char *name, unsigned level)
{
    return level ? arena_printf(l->arena, "ppar_%s%u", name, level + 1)
                 : arena_printf(l->arena, "ppar_%s", name);
}

static const char *limit_of(const struct type *type, bool down)
{
    static const char *const most[2][9] = {
        {[1] = "255", [2] = "65535", [4] = "4294967295u", [8] = "18446744073709551615ull"},
        {[1] = "127", [2] = "32767", [4] = "2147483647", [8] = "9223372036854775807ll"},
    };
    static const char *const least[9] = {
        [1] = "-128", [2] = "-32768", [4] = "-2147483647 - 1", [8] = "-9223372036854775807ll - 1"};
    if (down)
        return type->is_signed ? least[type->size] : "0";
    return most[type->is_signed][type->size];
}

static const char *bound_kind(const struct loop_shape *shape)
{
    if (shape->relation == OP_NE)
        return "PPAR_UNEQUAL";
    bool inclusive = shape->relation == OP_LE || shape->relation == OP_GE;
    return inclusive ? "PPAR_INCLUSIVE" : "PPAR_EXCLUSIVE";
}

const char *relation_text(enum op relation)
{
    static const char *const texts[] = {
        [OP_LT] = "<", [OP_LE] = "<=", [OP_GT] = ">", [OP_GE] = ">=", [OP_NE] = "!="};
    return texts[relation];
}

static const char *step_text(const struct lowering *l, unsigned level)
{
    const struct loop_shape *shape = shape_of(l, level);
    return shape->step_value ? arena_printf(l->arena, "%lld", (long long)shape->step_value)
                             : named(l, "by", level);
}

/* What the loop could change through memory: all but constants and variables that nobody has the
 * address of. */
static bool find_memory(struct expr *e, void *data)
{
    bool *found = data;
    bool is_name = e->kind == EXPR_VAR;
    bool is_hidden = is_name && !e->var->address_taken &&
                     (e->var->storage == STORAGE_LOCAL || e->var->storage == STORAGE_PARAMETER);
    *found |= (is_name && !is_hidden) || e->kind == EXPR_CALL || e->kind == EXPR_DEREF ||
              e->kind == EXPR_INDEX;
    return !*found;
}

static bool is_in_memory(struct expr *e)
{
    bool found = false;
    if (e)
        visit_expr(e, find_memory, &found);
    return found;
}

/* Whether the loop may change the header of LEVEL after all, which guards rule out. */
static bool header_may_change(const struct lowering *l, unsigned level)
{
    const struct loop_shape *shape = shape_of(l, level);
    return l->loop->guards.count && (is_in_memory(shape->bound) || is_in_memory(shape->step) ||
                                     (level && is_in_memory(shape->start)));
}

/* Where the bound may change, it may be met although the first one never would be. */
static bool level_may_go_round(const struct lowering *l, unsigned level)
{
    return l->loop->trace->levels[level].may_go_round || header_may_change(l, level);
}

bool keeps_headers(const struct lowering *l)
{
    bool may = false;
    for (unsigned k = 0; k < l->loop->levels.count; k++)
        may |= level_may_go_round(l, k);
    return may;
}

/* ---- the size ----------------------------------------------------------------------------- */

/* VALUE, the text of E, where the serial program comes to the loop of LEVEL. */
static const char *if_reached(const struct lowering *l, unsigned level, const struct expr *e,
                              const char *value)
{
    int64_t constant;
    if (!level || constant_value(e, &constant))
        return value;
    return arena_printf(l->arena, "ppar_total(&%s) > 0 ? %s : 0", l->name, operand(l, value));
}

/* What initializes a variable of TYPE with E. */
static const char *initializer(const struct lowering *l, const char *type, const struct expr *e)
{
    const char *text = expr_text(l, e);
    if (strcmp(type, e->type->spelling))
        return arena_printf(l->arena, "(%s)%s", type, operand_of(l, e, text));
    return strchr(text, ',') ? operand(l, text) : text;
}

/* The step is evaluated only where there is an iteration. */
static void write_step_of(struct lowering *l, unsigned level)
{
    const struct loop_shape *shape = shape_of(l, level);
    const char *reached = level ? arena_printf(l->arena, "ppar_total(&%s) > 0 && ", l->name) : "";
    keep_line(l, &shape->step->place);
    line(l, 1, "const long long %s = %s%s %s %s ? %s(long long)%s : 0;", named(l, "by", level),
         reached, named(l, "from", level), relation_text(shape->relation), named(l, "to", level),
         shape->step_is_negated ? "-" : "", operand_of(l, shape->step, expr_text(l, shape->step)));
}

/* The first value, and the bound, in the type in which C compares them. */
static void write_bounds_of(struct lowering *l, unsigned level)
{
    const struct loop_shape *shape = shape_of(l, level);
    const char *type = shape->counter->type->spelling, *compare = shape->compare_type->spelling;
    const char *start = named(l, "start", level);
    keep_line(l, &shape->start->place);
    bool is_taken = !level && l->loop->plan->views.count; /* it may be one of them */
    line(l, 1, "%s%s %s = %s;", is_taken ? "" : "const ", type, start,
         if_reached(l, level, shape->start, initializer(l, type, shape->start)));
    const char *from =
        strcmp(type, compare) ? arena_printf(l->arena, "(%s)%s", compare, start) : start;
    keep_line(l, &shape->bound->place);
    line(l, 1, "const %s %s = %s, %s = %s;", compare, named(l, "from", level), from,
         named(l, "to", level),
         if_reached(l, level, shape->bound, initializer(l, compare, shape->bound)));
    if (shape->step)
        write_step_of(l, level);
}

void write_bounds(struct lowering *l)
{
    write_bounds_of(l, 0);
}

/* From VALUE to the end of TYPE, in the direction in which the counter moves. */
static const char *room_in(const struct lowering *l, const struct type *type, const char *value,
                           bool down)
{
    const char *end = operand(l, limit_of(type, down));
    return arena_printf(l->arena, "(unsigned long long)%s - (unsigned long long)%s",
                        down ? value : end, down ? end : value);
}

/* How far the counter can move: in its type, and in the one in which it is compared, where 1 - 2
 * may be beyond every bound. */
static const char *room_text(const struct lowering *l, unsigned level)
{
    const struct loop_shape *shape = shape_of(l, level);
    bool down = shape->counts_down;
    const char *room = room_in(l, shape->counter->type, named(l, "start", level), down);
    if (!level_may_go_round(l, level) || type_includes(shape->compare_type, shape->counter->type))
        return room;
    const char *compared = room_in(l, shape->compare_type, named(l, "from", level), down);
    return arena_printf(l->arena, "(unsigned long long)ppar_least(%s, %s)", room, compared);
}

/* The number of iterations of one loop, as the last argument of a call. */
static void write_trips(struct lowering *l, unsigned level)
{
    const struct loop_shape *shape = shape_of(l, level);
    bool down = shape->counts_down;
    const char *from = named(l, "from", level), *to = named(l, "to", level);
    const char *reached = level ? arena_printf(l->arena, "ppar_total(&%s) > 0 && ", l->name) : "";
    line(l, 1, "           %s(&%s, %s%s %s %s,",
         level_may_go_round(l, level) ? "ppar_trips_or_round" : "ppar_trips", l->name, reached,
         from, relation_text(shape->relation), to);
    const char *most = limit_of(shape->counter->type, false);
    if (shape_goes_round(shape)) {
        line(l, 1, "                      (%s)(%s - %s), 1, PPAR_UNEQUAL, %s));",
             shape->counter->type->spelling, down ? from : to, down ? to : from, most);
        return;
    }
    line(l, 1, "                      (unsigned long long)%s - (unsigned long long)%s, %s, %s,",
         down ? from : to, down ? to : from, step_text(l, level), bound_kind(shape));
    line(l, 1, "                      %s));", room_text(l, level));
}

void write_range(struct lowering *l)
{
    line(l, 1, "ppar_range(&%s, (long long)ppar_start, %s%s,", l->name,
         shape_of(l, 0)->counts_down ? "-" : "", step_text(l, 0));
    write_trips(l, 0);
    for (unsigned k = 1; k < l->loop->levels.count; k++) {
        line(l, 1, "{");
        l->indent = arena_printf(l->arena, "%s    ", l->indent);
        write_bounds_of(l, k);
        line(l, 1, "ppar_collapse(&%s, %s, (long long)%s, %s%s,", l->name,
             quoted(l->arena, shape_of(l, k)->counter->name), named(l, "start", k),
             shape_of(l, k)->counts_down ? "-" : "", step_text(l, k));
        write_trips(l, k);
    }
    if (keeps_headers(l))
        line(l, 1, "ppar_settle(&%s);", l->name);
}

/* ---- counters ----------------------------------------------------------------------------- */

/* The counter's value in iteration INDEX of its own loop, as an expression of its type. */
static const char *counter_at(const struct lowering *l, unsigned level, const char *type,
                              const char *index)
{
    const struct loop_shape *shape = shape_of(l, level);
    const char *step = step_text(l, level);
    int64_t start;
    if (constant_value(shape->start, &start) && start == 0 && !strcmp(step, "1") &&
        !shape->counts_down)
        return arena_printf(l->arena, "(%s)%s", type, index);
    const char *distance = arena_printf(l->arena, "%s", index);
    if (strcmp(step, "1"))
        distance = arena_printf(l->arena, "(unsigned long long)%s * %s", step, index);
    return arena_printf(l->arena, "(%s)((unsigned long long)%s %c %s)", type,
                        named(l, "start", level), shape->counts_down ? '-' : '+', distance);
}

/* The iteration of the loop of LEVEL that iteration NUMBER of the space is. */
static const char *index_of(const struct lowering *l, unsigned level, const char *number)
{
    return is_collapsed(l)
               ? arena_printf(l->arena, "ppar_index(&%s, %u, %s)", l->name, level, number)
               : number;
}

const char *value_at(const struct lowering *l, unsigned level, const char *number)
{
    const char *index = index_of(l, level, number);
    return l->loop->trace->levels[level].is_numbered
               ? arena_printf(l->arena, "(long long)%s", index)
               : counter_at(l, level, "long long", index);
}

const char *first_value(const struct lowering *l, unsigned level)
{
    return l->loop->trace->levels[level].is_numbered
               ? "0"
               : arena_printf(l->arena, "(long long)%s", named(l, "start", level));
}

void write_last_counters(struct lowering *l)
{
    for (unsigned k = 0; k < l->loop->levels.count; k++) {
        const struct loop_shape *shape = shape_of(l, k);
        const char *trips =
            is_collapsed(l)
                ? arena_printf(l->arena, "ppar_level_trips(&%s, %u)", l->name, k)
                : arena_printf(l->arena, "%s(&%s)",
                               loop_leaves(l->loop) ? "ppar_left_at" : "ppar_total", l->name);
        if (shape->declares_counter)
            continue;
        if (keeps_headers(l))
            line(l, 1,
                 k ? "if (!" OWN_HEADERS " && ppar_reaches(&%s, %u))" : "if (!" OWN_HEADERS ")",
                 l->name, k);
        else if (k)
            line(l, 1, "if (ppar_reaches(&%s, %u))", l->name, k);
        line(l, k || keeps_headers(l) ? 2 : 1, "%s = %s;", shape->counter->name,
             counter_at(l, k, shape->counter->type->spelling, trips));
    }
    for (size_t k = 1; k < l->loop->levels.count; k++) {
        l->indent = arena_strndup(l->arena, l->indent, strlen(l->indent) - 4);
        line(l, 1, "}");
    }
}

/* ---- the chunk ---------------------------------------------------------------------------- */

static void declare_value(struct lowering *l, const char *name, unsigned level, const char *index)
{
    const char *type = shape_of(l, level)->counter->type->spelling;
    line(l, 2, "const %s %s = %s;", type, named(l, name, level), counter_at(l, level, type, index));
}

/* The counter's value behind the chunk. */
static const char *chunk_end(const struct lowering *l)
{
    const char *last = arena_printf(l->arena, "ppar_last(&%s)", l->name);
    return counter_at(l, 0, shape_of(l, 0)->counter->type->spelling, last);
}

static void write_chunk_of_space(struct lowering *l, unsigned level)
{
    const char *first = arena_printf(l->arena, "ppar_first(&%s)", l->name);
    const char *last = arena_printf(l->arena, "ppar_last(&%s) - 1", l->name);
    const char *top = index_of(l, level, last);
    declare_value(l, "at", level, index_of(l, level, first));
    if (level + 1 < l->loop->levels.count)
        declare_value(l, "top", level, top);
    declare_value(l, "end", level, arena_printf(l->arena, "(%s + 1)", top));
    if (level)
        declare_value(l, "stop", level,
                      arena_printf(l->arena, "ppar_level_trips(&%s, %u)", l->name, level));
}

void write_chunk(struct lowering *l)
{
    if (!is_collapsed(l)) {
        declare_value(l, "at", 0, arena_printf(l->arena, "ppar_first(&%s)", l->name));
        line(l, 2, "%s%s %s = %s;", l->loop->plan->grows ? "" : "const ",
             shape_of(l, 0)->counter->type->spelling, named(l, "end", 0), chunk_end(l));
    }
    for (unsigned k = 0; is_collapsed(l) && k < l->loop->levels.count; k++)
        write_chunk_of_space(l, k);
}

/* ---- the user's headers --------------------------------------------------------------------- */

static const char *own_start(const struct lowering *l, unsigned level)
{
    const struct loop_shape *shape = shape_of(l, level);
    const char *type = shape->counter->type->spelling;
    return arena_printf(l->arena, "(%s)%s", type,
                        operand_of(l, shape->start, expr_text(l, shape->start)));
}

static const char *own_condition(const struct lowering *l, unsigned level)
{
    const struct loop_shape *shape = shape_of(l, level);
    const char *type = shape->compare_type->spelling, *counter = shape->counter->name;
    if (strcmp(type, shape->counter->type->spelling))
        counter = arena_printf(l->arena, "(%s)%s", type, counter);
    return arena_printf(l->arena, "%s %s %s", counter, relation_text(shape->relation),
                        operand_of(l, shape->bound, expr_text(l, shape->bound)));
}

/* ---- headers ------------------------------------------------------------------------------ */

/* WITHIN in the round of the loops around LEVEL in which their counters have the values called
 * NAME, else FULL. */
static const char *by_round(const struct lowering *l, unsigned level, const char *name,
                            const char *within, const char *full)
{
    const char *round = "";
    for (unsigned k = 0; k < level; k++)
        round = arena_printf(l->arena, "%s%s%s == %s", round, k ? " && " : "",
                             shape_of(l, k)->counter->name, named(l, name, k));
    return arena_printf(l->arena, "%s ? %s : %s", round, named(l, within, level),
                        named(l, full, level));
}

static const char *first_text(const struct lowering *l, unsigned level)
{
    const struct type *type = shape_of(l, level)->counter->type;
    if (!level)
        return named(l, "at", 0);
    const char *text = by_round(l, level, "at", "at", "start");
    if (keeps_headers(l))
        return arena_printf(l->arena, OWN_HEADERS " ? %s : (%s)(%s)", own_start(l, level),
                            type->spelling, text);
    return type->size < 4 ? arena_printf(l->arena, "(%s)(%s)", type->spelling, text) : text;
}

static const char *end_text(const struct lowering *l, unsigned level)
{
    return level ? arena_printf(l->arena, "(%s)", by_round(l, level, "top", "end", "stop"))
                 : named(l, "end", 0);
}

/* How the counter is compared with the end of the chunk; or, under the user's header, with the
 * bound as it is then. */
static const char *condition_text(const struct lowering *l, unsigned level)
{
    const struct loop_shape *shape = shape_of(l, level);
    const char *relation = shape_goes_round(shape) ? "!=" : shape->counts_down ? ">" : "<";
    const char *within =
        arena_printf(l->arena, "%s %s %s", shape->counter->name, relation, end_text(l, level));
    if (l->loop->plan->grows)
        within = arena_printf(l->arena, "%s || (ppar_grow(&%s) && (%s = %s, 1))", within, l->name,
                              named(l, "end", 0), chunk_end(l));
    return keeps_headers(l)
               ? arena_printf(l->arena, OWN_HEADERS " ? %s : %s", own_condition(l, level), within)
               : within;
}

/* The ends of lines in the bytes [START, END) of the user's text. */
static const char *newlines(const struct lowering *l, unsigned start, unsigned end)
{
    struct buf ends = {0};
    for (unsigned at = start; at < end; at++)
        if (l->unit->text[at] == '\n')
            buf_puts(&ends, "\n");
    const char *text = arena_strdup(l->arena, buf_text(&ends));
    buf_release(&ends);
    return text;
}

/* The ends of lines that are left when start and condition are replaced. */
static const char *gap_of(const struct lowering *l, unsigned level)
{
    const struct loop_shape *shape = shape_of(l, level);
    const struct for_header *header = stmt_header(l->loop->levels.items[level].stmt);
    const char *all = newlines(l, shape->start->place.offset, header->semi[1]);
    size_t kept = 0;
    if (keeps_headers(l)) {
        kept = strlen(newlines(l, shape->bound->place.offset, shape->bound->end));
        kept += level ? strlen(newlines(l, shape->start->place.offset, shape->start->end)) : 0;
    }
    return all + kept;
}

/* "int i = " of "int i = 0": what comes before the start value is kept. So is the step, on the line
 * that it stands on. */
static const char *text_with(const struct lowering *l, unsigned level, const char *gap,
                             const char *hook)
{
    const struct loop_shape *shape = shape_of(l, level);
    const struct for_header *header = stmt_header(l->loop->levels.items[level].stmt);
    const char *set = slice(l, header->open + 1, shape->start->place.offset);
    const char *step = slice(l, header->semi[1] + 1, header->close);
    return arena_printf(l->arena, "%s%s; %s;%s%s%s", set, first_text(l, level),
                        condition_text(l, level), gap, step, hook);
}

const char *header_text(const struct lowering *l, unsigned level)
{
    return text_with(l, level, "", "");
}

static void write_header(struct lowering *l, unsigned level, const char *before, const char *hook)
{
    const struct stmt *stmt = l->loop->levels.items[level].stmt;
    const struct for_header *header = stmt_header(stmt);
    const char *gap = arena_printf(l->arena, "%s%s", gap_of(l, level), before);
    const char *text = text_with(l, level, gap, hook);
    if (level || stmt->body->kind == STMT_BLOCK)
        lower_edit(l, header->open + 1, header->close, text);
    else
        lower_edit(l, header->open + 1, header->close + 1, arena_printf(l->arena, "%s) {", text));
}

void write_headers(struct lowering *l, const char *before, const char *hook)
{
    for (unsigned k = 0; k < l->loop->levels.count; k++) {
        bool is_innermost = k + 1 == l->loop->levels.count;
        write_header(l, k, is_innermost ? before : "", is_innermost ? hook : "");
    }
}
