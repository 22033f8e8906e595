/*
 * The estimate counts operations in the tree: each operator, access to memory and call is one, what
 * takes a processor longer is more. A loop multiplies what is in it by its trip count: a number
 * where its header holds constants; the bound as the user wrote it, in the loop's own function; and
 * else trips(LINE), where LINE is the loop's. A function that is defined here counts as what it
 * does; one that is not has a price for all. Of two branches the longer one counts, so that the
 * estimate leans to the high side; conditions of inner loops do not shorten it either.
 */
#include "work.h"

#include "../buf.h"
#include "../effects/effects.h"
#include "assigned.h"
#include "shape.h"

#include <string.h>

enum {
    COST_CALL = 5,       /* passing arguments, coming back */
    COST_UNSEEN = 20,    /* what a function does that is not in sight */
    COST_DIVISION = 5,   /* more than other operators */
    LONGEST_FACTOR = 24, /* bytes of a bound that is repeated as the user wrote it */
    SHOWN_TERMS = 4,
    LIGHT_MOST = 100000, /* operations, less than a tenth of a millisecond */
    SHORT_MOST = 1000,   /*  and such that compilers may unroll what is inside */
};

struct estimate {
    struct unit *unit;
    const struct loop *loop;
    const struct function *home;           /* the function of the loop */
    const struct function *function;       /* whose body is being looked at */
    LIST_OF(const struct function *) path; /* calls on the way to it */
    LIST_OF(struct known_work) known;      /* of functions that are done with */
};

struct known_work {
    const struct function *function;
    struct work work;
};

/* ---- sums --------------------------------------------------------------------------------- */

static void add_term(struct arena *arena, struct work *work, double count, const char *factor)
{
    for (size_t k = 0; k < work->terms.count; k++)
        if (strcmp(work->terms.items[k].factor, factor) == 0) {
            work->terms.items[k].count += count;
            return;
        }
    struct work_term term = {count, factor};
    LIST_PUSH(arena, work->terms, term);
}

static void add_work(struct arena *arena, struct work *to, const struct work *more)
{
    for (size_t k = 0; k < more->terms.count; k++)
        add_term(arena, to, more->terms.items[k].count, more->terms.items[k].factor);
    to->is_open |= more->is_open;
    to->is_uneven |= more->is_uneven;
    to->has_loop |= more->has_loop;
}

static struct work times(struct arena *arena, const struct work *work, double count,
                         const char *factor)
{
    struct work result = {.is_open = work->is_open, .is_uneven = work->is_uneven};
    for (size_t k = 0; k < work->terms.count; k++) {
        const struct work_term *term = &work->terms.items[k];
        const char *product = term->factor;
        if (*factor)
            product = *product ? arena_printf(arena, "%s*%s", factor, product) : factor;
        add_term(arena, &result, term->count * count, product);
    }
    return result;
}

static double size_of(const struct work *work)
{
    double sum = 0;
    for (size_t k = 0; k < work->terms.count; k++)
        sum += work->terms.items[k].count * (*work->terms.items[k].factor ? 1000 : 1);
    return sum;
}

/* Of two branches. */
static void add_larger(struct arena *arena, struct work *to, const struct work branches[2])
{
    bool is_first = size_of(&branches[0]) >= size_of(&branches[1]);
    add_work(arena, to, &branches[is_first ? 0 : 1]);
    to->is_open |= branches[0].is_open || branches[1].is_open;
    to->is_uneven |= branches[0].is_uneven || branches[1].is_uneven;
    to->has_loop |= branches[0].has_loop || branches[1].has_loop;
}

/* ---- trip counts -------------------------------------------------------------------------- */

static double constant_trips(const struct loop_shape *shape)
{
    int64_t start, bound;
    if (!shape->step_value || !constant_value(shape->start, &start) ||
        !constant_value(shape->bound, &bound))
        return -1;
    double distance =
        shape->counts_down ? (double)start - (double)bound : (double)bound - (double)start;
    if (shape->relation == OP_LE || shape->relation == OP_GE)
        distance++;
    return distance <= 0 ? 0 : (double)(int64_t)((distance - 1) / (double)shape->step_value) + 1;
}

double work_trips(const struct loop *loop)
{
    return constant_trips(&loop->shape);
}

/* E as the user wrote it; NULL where that is long, or would mean something else to the reader. */
static const char *user_text(const struct estimate *estimate, const struct expr *e)
{
    e = strip_widening(e);
    size_t length = e->end - e->place.offset;
    if (estimate->function != estimate->home || !e->is_sliceable || !e->place.main ||
        length > LONGEST_FACTOR || memchr(estimate->unit->text + e->place.offset, '\n', length))
        return NULL;
    const char *text =
        arena_strndup(estimate->unit->arena, estimate->unit->text + e->place.offset, length);
    bool is_simple = e->kind == EXPR_VAR || e->kind == EXPR_MEMBER || e->kind == EXPR_INT;
    return is_simple ? text : arena_printf(estimate->unit->arena, "(%s)", text);
}

/* The distance from start to bound, one more or less left aside. */
static const char *symbolic_trips(const struct estimate *estimate, const struct loop_shape *shape)
{
    const struct expr *low = shape->counts_down ? shape->bound : shape->start;
    const struct expr *high = shape->counts_down ? shape->start : shape->bound;
    struct arena *arena = estimate->unit->arena;
    const char *text = user_text(estimate, high);
    int64_t from;
    if (!text || !shape->step_value)
        return NULL;
    if (!constant_value(low, &from) || from < -1 || from > 1) {
        const char *less = user_text(estimate, low);
        text = less ? arena_printf(arena, "(%s - %s)", text, less) : NULL;
    }
    if (text && shape->step_value > 1)
        text = arena_printf(arena, "%s/%lld", text, (long long)shape->step_value);
    return text;
}

/* Whether the end of a loop inside is the same in all iterations. */
static bool is_steady(const struct estimate *estimate, const struct expr *e)
{
    const struct loop *loop = estimate->loop;
    int64_t value;
    e = strip_widening(e);
    if (constant_value(e, &value))
        return true;
    if (e->kind != EXPR_VAR || estimate->function != estimate->home || e->var->address_taken ||
        (e->var->storage != STORAGE_LOCAL && e->var->storage != STORAGE_PARAMETER))
        return false;
    return !stmt_assigns(loop->stmt, e->var);
}

static const char *trips_of_line(const struct estimate *estimate, const struct stmt *stmt)
{
    bool is_here = place_is_in(estimate->unit, &stmt->place);
    const char *file = is_here ? "" : stmt->place.file;
    return arena_printf(estimate->unit->arena, "trips(%s%s%u)", file, *file ? ":" : "",
                        stmt->place.line);
}

/* ---- the tree ----------------------------------------------------------------------------- */

static void add_stmt(struct estimate *estimate, struct work *work, const struct stmt *stmt);

static bool is_on_path(const struct estimate *estimate, const struct function *function)
{
    for (size_t k = 0; k < estimate->path.count; k++)
        if (estimate->path.items[k] == function)
            return true;
    return false;
}

static const struct work *find_known(const struct estimate *estimate,
                                     const struct function *function)
{
    for (size_t k = 0; k < estimate->known.count; k++)
        if (estimate->known.items[k].function == function)
            return &estimate->known.items[k].work;
    return NULL;
}

static struct work walk_function(struct estimate *estimate, const struct function *function)
{
    struct known_work known = {.function = function};
    const struct function *caller = estimate->function;
    estimate->function = function;
    LIST_PUSH(estimate->unit->arena, estimate->path, function);
    add_stmt(estimate, &known.work, function->body);
    estimate->path.count--;
    estimate->function = caller;
    LIST_PUSH(estimate->unit->arena, estimate->known, known);
    return known.work;
}

/* Those of the library that compute a value and touch nothing but hidden states: sqrt, rand. */
static bool is_quick(const struct function *function)
{
    const struct library_function *known =
        function && function->in_system_header ? effects_find(function->name) : NULL;
    if (!known)
        return false;
    for (size_t k = 0; k < known->effect_count; k++) {
        enum effect_kind kind = known->effects[k].kind;
        if (kind != EFFECT_NONE && kind != EFFECT_READ_STATE && kind != EFFECT_WRITE_STATE &&
            kind != EFFECT_MAY_WRITE_STATE)
            return false;
    }
    return true;
}

static void add_call(struct estimate *estimate, struct work *work, const struct expr *call)
{
    struct arena *arena = estimate->unit->arena;
    const struct function *function =
        call->args[0]->kind == EXPR_FUNCTION ? call->args[0]->function : NULL;
    add_term(arena, work, COST_CALL, "");
    if (!function || !function->body) {
        add_term(arena, work, COST_UNSEEN, "");
        work->is_open |= !is_quick(function);
    } else if (is_on_path(estimate, function)) {
        add_term(arena, work, 1, arena_printf(arena, "calls(%s)", function->name));
    } else {
        const struct work *known = find_known(estimate, function);
        struct work fresh = known ? *known : walk_function(estimate, function);
        add_work(arena, work, &fresh);
    }
}

static double own_cost(const struct expr *e)
{
    switch (e->kind) {
    case EXPR_BINARY:
    case EXPR_ASSIGN:
        return e->op == OP_DIV || e->op == OP_REM ? COST_DIVISION : 1;
    case EXPR_UNARY:
    case EXPR_STEP:
    case EXPR_COND:
    case EXPR_INDEX:
    case EXPR_DEREF:
    case EXPR_OPAQUE:
        return 1;
    default:
        return 0;
    }
}

static void add_expr(struct estimate *estimate, struct work *work, const struct expr *e)
{
    struct arena *arena = estimate->unit->arena;
    if (!e)
        return;
    double cost = own_cost(e);
    if (cost > 0)
        add_term(arena, work, cost, "");
    if (e->kind == EXPR_CALL)
        add_call(estimate, work, e);
    if (e->kind == EXPR_BLOCK)
        add_stmt(estimate, work, e->stmt);
    size_t count = e->arg_count;
    if (e->kind == EXPR_COND && count == 3) {
        struct work branches[2] = {{.is_open = false}, {.is_open = false}};
        add_expr(estimate, &branches[0], e->args[1]);
        add_expr(estimate, &branches[1], e->args[2]);
        add_larger(arena, work, branches);
        count = 1;
    }
    for (size_t k = 0; k < count; k++)
        add_expr(estimate, work, e->args[k]);
}

static void add_loop(struct estimate *estimate, struct work *work, const struct stmt *stmt)
{
    struct work inside = {.is_open = false};
    struct loop_shape shape;
    struct shape_problem problem;
    add_expr(estimate, &inside, stmt->expr);
    add_expr(estimate, &inside, stmt->step);
    add_expr(estimate, &inside, stmt->after);
    add_stmt(estimate, &inside, stmt->body);
    if (stmt->init)
        add_stmt(estimate, work, stmt->init);
    bool is_canonical = stmt->kind == STMT_FOR && shape_find(stmt, &shape, &problem);
    double count = is_canonical ? constant_trips(&shape) : -1;
    const char *factor = is_canonical && count < 0 ? symbolic_trips(estimate, &shape) : NULL;
    if (count < 0 && !factor)
        factor = trips_of_line(estimate, stmt);
    inside.is_uneven |= !is_canonical || !shape.step_value || !is_steady(estimate, shape.start) ||
                        !is_steady(estimate, shape.bound);
    struct work all =
        times(estimate->unit->arena, &inside, count < 0 ? 1 : count, factor ? factor : "");
    add_work(estimate->unit->arena, work, &all);
    work->has_loop = true;
}

static bool is_jump(enum stmt_kind kind)
{
    return kind == STMT_IF || kind == STMT_SWITCH || kind == STMT_BREAK || kind == STMT_CONTINUE ||
           kind == STMT_GOTO || kind == STMT_OPAQUE;
}

static void add_stmt(struct estimate *estimate, struct work *work, const struct stmt *stmt)
{
    if (!stmt)
        return;
    if (stmt->kind == STMT_FOR || stmt->kind == STMT_WHILE || stmt->kind == STMT_DO) {
        add_loop(estimate, work, stmt);
        return;
    }
    work->is_open |= stmt->kind == STMT_GOTO || stmt->kind == STMT_OPAQUE;
    work->is_uneven |= is_jump(stmt->kind);
    add_expr(estimate, work, stmt->expr);
    for (size_t k = 0; stmt->kind == STMT_DECLARE && k < stmt->vars.count; k++)
        add_expr(estimate, work, stmt->vars.items[k]->init);
    struct work branches[2] = {{.is_open = false}, {.is_open = false}};
    add_stmt(estimate, &branches[0], stmt->body);
    add_stmt(estimate, &branches[1], stmt->other);
    add_larger(estimate->unit->arena, work, branches);
    for (size_t k = 0; k < stmt->stmts.count; k++)
        add_stmt(estimate, work, stmt->stmts.items[k]);
}

/* The terms with the most factors first: they weigh most where the factors are large. */
static void sort_terms(struct work *work)
{
    for (size_t k = 1; k < work->terms.count; k++)
        for (size_t n = k; n > 0; n--) {
            struct work_term *left = &work->terms.items[n - 1], *right = left + 1;
            if (strlen(left->factor) >= strlen(right->factor))
                break;
            struct work_term moved = *left;
            *left = *right;
            *right = moved;
        }
}

struct work work_of_iteration(struct unit *unit, const struct loop *loop)
{
    struct estimate estimate = {
        .unit = unit, .loop = loop, .home = loop->function, .function = loop->function};
    struct work work = {.is_open = false};
    if (loop->function)
        LIST_PUSH(unit->arena, estimate.path, loop->function);
    add_stmt(&estimate, &work, loop->stmt->body);
    add_expr(&estimate, &work, loop->stmt->after);
    sort_terms(&work);
    return work;
}

/* Whether it is no more than MOST operations, whatever the values are. */
static bool is_bounded(const struct work *work, double most)
{
    for (size_t k = 0; k < work->terms.count; k++)
        if (*work->terms.items[k].factor || work->terms.items[k].count > most)
            return false;
    return !work->is_open;
}

bool work_is_light(struct unit *unit, const struct loop *loop)
{
    struct work work = work_of_iteration(unit, loop);
    return is_bounded(&work, LIGHT_MOST);
}

bool work_is_uniform(struct unit *unit, const struct loop *loop)
{
    struct work work = work_of_iteration(unit, loop);
    return !work.is_open && !work.is_uneven;
}

bool work_may_vary(struct unit *unit, const struct loop *loop)
{
    struct work work = work_of_iteration(unit, loop);
    return work.is_open || (work.is_uneven && work.has_loop && !is_bounded(&work, SHORT_MOST));
}

/* ---- the text ----------------------------------------------------------------------------- */

/* Two digits say all that an estimate knows. */
static const char *count_text(struct arena *arena, double count)
{
    static const struct {
        double unit;
        const char *name;
    } units[] = {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}};
    for (size_t k = 0; k < sizeof units / sizeof *units; k++)
        if (count >= units[k].unit)
            return arena_printf(arena, count < 1e15 ? "%.3g%s" : "%.2g%s", count / units[k].unit,
                                units[k].name);
    return arena_printf(arena, "%.0f", count);
}

const char *work_text(struct arena *arena, const struct work *work)
{
    struct buf text = {0};
    for (size_t k = 0; k < work->terms.count && k < SHOWN_TERMS; k++) {
        const struct work_term *term = &work->terms.items[k];
        buf_printf(&text, "%s%s%s%s", k ? " + " : "", count_text(arena, term->count),
                   *term->factor ? "*" : "", term->factor);
    }
    if (work->terms.count > SHOWN_TERMS)
        buf_puts(&text, " + ...");
    if (work->terms.count == 0)
        buf_puts(&text, "0");
    const char *result = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return result;
}
