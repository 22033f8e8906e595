/*
 * What reductions need around the loop and in its body. A choice of the best has a block of bytes,
 * into which its places are copied, and which is what the runtime folds. Where the runtime has to
 * be told what happened in the body, calls stand in the branch or in front of the statement.
 *
 * What is registered has an address that others know, and compilers would store it in each
 * iteration. So where nobody but the loop can see the accumulator while it runs, another variable
 * is registered, and copied to and from the accumulator around each chunk.
 *
 * Parts of iterations are kept behind the step of the loop:
 *
 *     for (int i = ppar_at; i < ppar_end; i++, PPAR_KEEP(sum, -0.0))
 */
#include "lowering.h"

#include "../analysis/assigned.h"
#include "../analysis/best.h"
#include "../analysis/fold_call.h"
#include "../analysis/plan.h"
#include "../analysis/render.h"
#include "reduction.h"

#include <string.h>

/* ---- around the loop ---------------------------------------------------------------------- */

/* The block of bytes of a choice of the best. */
static const char *best_block(const struct lowering *l, size_t index)
{
    return arena_printf(l->arena, "%s_best%zu", l->name, index + 1);
}

/* Whether a byte of the block says that the branch was taken. */
static bool has_mark(const struct best_fold *best)
{
    return best->takes_equal && !best->start;
}

/* A definition for the head of the file, or for its end, once. */
static void define(struct lowering *l, unsigned at, const char *definition)
{
    for (size_t k = 0; k < l->edits->list.count; k++)
        if (!strcmp(l->edits->list.items[k].text, definition))
            return;
    lower_edit(l, at, at, definition);
}

/* C: the places of a choice are copied into BLOCK, or back. */
static const char *best_copy(const struct lowering *l, const struct best_fold *best,
                             const char *block, size_t place, bool is_back)
{
    int64_t offset = 0;
    for (size_t k = 0; k < place; k++)
        offset += best->places.items[k].size;
    const char *bytes = arena_printf(l->arena, "%s + %lld", block, (long long)offset);
    const char *base = best->places.items[place].base;
    return arena_printf(l->arena, "__builtin_memcpy(%s, %s, %lld);", is_back ? base : bytes,
                        is_back ? bytes : base, (long long)best->places.items[place].size);
}

/* The places of a choice are copied into one block of bytes, or back. */
static void copy_best(struct lowering *l, size_t index, unsigned depth, bool is_back)
{
    const struct best_fold *best = &l->loop->plan->bests.items[index];
    for (size_t k = 0; k < best->places.count; k++)
        line(l, depth, "%s", best_copy(l, best, best_block(l, index), k, is_back));
}

static void write_best(struct lowering *l, size_t index)
{
    const struct best_fold *best = &l->loop->plan->bests.items[index];
    const char *block = best_block(l, index), *name = best_name(l->arena, best);
    const long long size = best_size(best);
    if (best->start)
        line(l, 2, "ppar_replay(&%s, %s, %lld, %lld, %lld, %s);", l->name, block, size, size, size,
             name);
    else
        line(l, 2, "ppar_reduction(&%s, %s, %lld, 0, %s, PPAR_PER_CHUNK);", l->name, block,
             size + has_mark(best), name);
    define(l, 0, best_definition(l->arena, best));
}

/* Whether a call may come back to the program's own functions: those of the library do so only
 * through a pointer that they are given. */
static bool find_call(struct expr *e, void *data)
{
    bool *found = data;
    if (e->kind != EXPR_CALL)
        return true;
    const struct function *function =
        e->args[0]->kind == EXPR_FUNCTION ? e->args[0]->function : NULL;
    *found |= !function || !function->in_system_header || function->body;
    for (size_t k = 1; k < e->arg_count; k++) {
        const struct type *type = e->args[k]->type;
        *found |= type->kind == TYPE_FUNCTION ||
                  (type->kind == TYPE_POINTER && type->target->kind == TYPE_FUNCTION);
    }
    return !*found;
}

/* Whether nothing in the loop can lie in the same place, whatever values the program has, by what
 * was proven and not by somebody's word. */
static bool is_surely_apart(const struct loop *loop)
{
    return !loop->guards.count && !loop->is_trusted && !loop->trace->used_noalias;
}

/* Whether something but the statements of the body could see a variable with static storage while
 * the loop runs, wherever it runs. (A handler of the program's for signals may not look at it.) */
static bool is_seen(const struct lowering *l, const struct var *var)
{
    bool found = l->loop->trace->may_exit;
    bool is_alone = !var->address_taken && var->storage != STORAGE_EXTERNAL;
    visit_stmt_exprs(l->loop->stmt, find_call, &found);
    return found || (!is_alone && (!is_surely_apart(l->loop) || keeps_headers(l)));
}

/* Whether the accumulator is a variable that can live in a register. */
static bool is_hidden(const struct lowering *l, const struct fold *fold)
{
    const struct object *object = fold->object;
    if (object->kind != OBJECT_VARIABLE || fold->elements || fold->count != 1)
        return false;
    const struct var *var = object->var;
    bool is_local = var->storage == STORAGE_LOCAL || var->storage == STORAGE_PARAMETER;
    bool is_number = var->type->kind == TYPE_INTEGER || var->type->kind == TYPE_FLOATING;
    return is_number && !var->type->is_volatile && !var->type->is_atomic && !var->is_thread_local &&
           (is_local ? !var->address_taken : !is_seen(l, var));
}

/* What is registered. */
static const char *accumulator(const struct lowering *l, const struct fold *fold)
{
    size_t index = (size_t)(fold - l->loop->plan->folds.items);
    return is_hidden(l, fold) ? arena_printf(l->arena, "&%s_acc%zu", l->name, index + 1)
                              : fold->base;
}

/* The accumulators that are not registered themselves get the values of those that are, or
 * (IS_BACK) the other way round. */
static void copy_hidden(struct lowering *l, unsigned depth, bool is_back)
{
    const struct plan *plan = l->loop->plan;
    for (size_t k = 0; k < plan->folds.count; k++) {
        const struct fold *fold = &plan->folds.items[k];
        const char *own = fold->base + 1, *registered = accumulator(l, fold) + 1;
        if (is_hidden(l, fold))
            line(l, depth, "%s = %s;", is_back ? registered : own, is_back ? own : registered);
    }
}

static bool has_hidden(const struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    bool has = false;
    for (size_t k = 0; k < plan->folds.count; k++)
        has |= is_hidden(l, &plan->folds.items[k]);
    return has;
}

bool folds_hide_static(const struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    for (size_t k = 0; k < plan->folds.count; k++) {
        const struct fold *fold = &plan->folds.items[k];
        if (is_hidden(l, fold) && fold->object->var->storage != STORAGE_LOCAL &&
            fold->object->var->storage != STORAGE_PARAMETER)
            return true;
    }
    return false;
}

static void write_fold(struct lowering *l, const struct fold *fold)
{
    static const char *const modes[] = {[FOLD_CHUNK] = "PPAR_PER_CHUNK",
                                        [FOLD_REPLAY] = "PPAR_PER_ITERATION",
                                        [FOLD_REASSOCIATE] = "PPAR_PER_BLOCK"};
    if (fold->elements)
        line(l, 2, "ppar_elements(&%s, %s, %lld, %s, %s, %s, %s);", l->name, accumulator(l, fold),
             (long long)fold->type->size, fold->elements, identity_text(l->arena, fold),
             combine_name(l->arena, fold), modes[fold->mode]);
    else
        line(l, 2, "ppar_reduction(&%s, %s, %lld, %s, %s, %s);", l->name, accumulator(l, fold),
             (long long)(fold->type->size * fold->count), identity_text(l->arena, fold),
             combine_name(l->arena, fold), modes[fold->mode]);
    define(l, 0, combine_definition(l->arena, fold));
}

/* The function that makes the calls is defined behind everything that it needs. */
static void write_replay(struct lowering *l, const struct replay *replay)
{
    line(l, 2, "ppar_replay(&%s, %s, %lld, %lld, %lld, %s);", l->name, replay->base,
         (long long)replay->length, (long long)replay->call->target->type->size,
         (long long)replay->call->part_type->size, replay_name(l->arena, replay));
    define(l, 0, replay_declaration(l->arena, replay));
    define(l, (unsigned)l->unit->length, replay_definition(l->arena, replay));
}

/* ---- branches that are taken -------------------------------------------------------------- */

/* In a worker: the places are noted, and are again what they were before the loop. */
static const char *note_of_best(const struct lowering *l, size_t index)
{
    const struct best_fold *best = &l->loop->plan->bests.items[index];
    const char *block = best_block(l, index), *in = "", *back = "";
    size_t number = l->loop->plan->replays.count;
    for (size_t k = 0; k < index; k++)
        number += l->loop->plan->bests.items[k].start != NULL;
    for (size_t k = 0; k < best->places.count; k++) {
        in = arena_printf(l->arena, "%s %s", in, best_copy(l, best, "ppar_part", k, false));
        back = arena_printf(l->arena, "%s %s", back, best_copy(l, best, block, k, true));
    }
    return arena_printf(
        l->arena,
        "if (ppar_notes(&%s)) { unsigned char ppar_part[%lld];%s ppar_note(&%s, %zu, %s, "
        "ppar_part);%s }",
        l->name, (long long)best_size(best), in, l->name, number, block, back);
}

static void write_branch(struct lowering *l, size_t index)
{
    const struct best_fold *best = &l->loop->plan->bests.items[index];
    const struct branch_span *branch = &best->branch;
    if (!best->start && !has_mark(best))
        return;
    const char *mark = has_mark(best)
                           ? arena_printf(l->arena, " %s[%lld] = 1;", best_block(l, index),
                                          (long long)best_size(best))
                           : "";
    const char *note = best->start ? note_of_best(l, index) : "";
    bool braces = branch->needs_braces;
    if (braces || *mark)
        lower_edit(l, branch->start, branch->start,
                   arena_printf(l->arena, "%s%s%s", braces ? "{" : "", mark, braces ? " " : ""));
    if (braces || *note)
        lower_edit_behind(l, branch->end,
                          arena_printf(l->arena, " %s%s", note, braces ? " }" : ""));
}

/* ---- calls that the parent makes ---------------------------------------------------------- */

static void write_note(struct lowering *l, size_t index)
{
    const struct replay *replay = &l->loop->plan->replays.items[index];
    const struct statement_span *span = &replay->span;
    const char *note = replay_note(l->arena, replay, l->name, index);
    lower_edit(l, span->start, span->start,
               arena_printf(l->arena, "%sif (ppar_notes(&%s)) { %s } else ",
                            span->needs_braces ? "{ " : "", l->name, note));
    if (span->needs_braces)
        lower_edit_behind(l, span->end, " }");
}

/* ---- the pieces --------------------------------------------------------------------------- */

void folds_declare(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    for (size_t k = 0; k < plan->folds.count; k++)
        if (is_hidden(l, &plan->folds.items[k]))
            line(l, 1, "%s %s;", number_type_text(plan->folds.items[k].type),
                 accumulator(l, &plan->folds.items[k]) + 1);
    for (size_t k = 0; k < plan->bests.count; k++)
        line(l, 1, "unsigned char %s[%lld];", best_block(l, k),
             (long long)best_size(&plan->bests.items[k]) + has_mark(&plan->bests.items[k]));
}

/* Replays are numbered in this order, those of choices last. */
void folds_register(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    for (size_t k = 0; k < plan->folds.count; k++)
        write_fold(l, &plan->folds.items[k]);
    for (size_t k = 0; k < plan->replays.count; k++)
        write_replay(l, &plan->replays.items[k]);
    for (size_t k = 0; k < plan->bests.count; k++)
        write_best(l, k);
}

/* Whether all parts of iterations are scalars, which the generated code keeps itself. */
static bool keeps_parts(const struct plan *plan)
{
    bool keeps = true;
    for (size_t k = 0; k < plan->folds.count; k++) {
        const struct fold *fold = &plan->folds.items[k];
        keeps &= fold->mode != FOLD_REPLAY ||
                 (fold->count == 1 && !fold->elements && identity_value(fold));
    }
    return keeps;
}

static bool has_parts(const struct plan *plan)
{
    bool has = false;
    for (size_t k = 0; k < plan->folds.count; k++)
        has |= plan->folds.items[k].mode == FOLD_REPLAY;
    return has;
}

const char *folds_step(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    const char *text = "";
    if (!has_parts(plan))
        return text;
    if (!keeps_parts(plan))
        return arena_printf(l->arena, ", ppar_step(&%s)", l->name);
    for (size_t k = 0; k < plan->folds.count; k++) {
        const struct fold *fold = &plan->folds.items[k];
        const char *own = fold->base + 1;
        if (fold->mode == FOLD_REPLAY)
            text = arena_printf(l->arena, "%s, PPAR_KEEP(%s, %s)", text, own, identity_value(fold));
    }
    return text;
}

static void copy_bests(struct lowering *l, unsigned depth, bool is_back)
{
    for (size_t k = 0; k < l->loop->plan->bests.count; k++)
        copy_best(l, k, depth, is_back);
}

void folds_begin_chunk(struct lowering *l)
{
    copy_hidden(l, 2, false);
    copy_bests(l, 2, true);
}

void folds_end_chunk(struct lowering *l)
{
    copy_hidden(l, 2, true);
    copy_bests(l, 2, false);
}

/* For names in the block of a chunk. */
void folds_declare_in_chunk(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    if (has_parts(plan) && keeps_parts(plan))
        line(l, 2, "char *ppar_kept = ppar_parts(&%s);", l->name);
}

void folds_leave_chunk(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    if (has_parts(plan) && keeps_parts(plan))
        line(l, 2, "ppar_set_parts(&%s, ppar_kept);", l->name);
}

/* Where the loop has iterations, whoever runs them, and the places can be named. */
static void begin_run(struct lowering *l)
{
    line(l, 1, "if (ppar_total(&%s) > 0%s%s) {", l->name, l->loop->reachable ? " && " : "",
         l->loop->reachable ? l->loop->reachable : "");
}

bool folds_are_copied(const struct lowering *l)
{
    return l->loop->plan->bests.count || has_hidden(l);
}

void folds_start(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    if (!folds_are_copied(l))
        return;
    begin_run(l);
    folds_end_chunk(l);
    for (size_t k = 0; k < plan->bests.count; k++)
        if (has_mark(&plan->bests.items[k]))
            line(l, 2, "%s[%lld] = 0;", best_block(l, k),
                 (long long)best_size(&plan->bests.items[k]));
    line(l, 1, "}");
}

void folds_finish(struct lowering *l)
{
    if (!folds_are_copied(l))
        return;
    begin_run(l);
    folds_begin_chunk(l);
    line(l, 1, "}");
}

void folds_edit_body(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    for (size_t k = 0; k < plan->bests.count; k++)
        write_branch(l, k);
    for (size_t k = 0; k < plan->replays.count; k++)
        write_note(l, k);
}
