/*
 * Early end. A break is left as it is: it leaves the loop over the chunk, without the step, so that
 * a number that goes on with the step tells behind the loop which iteration that was.
 *
 *     int ppar_value = 0;                              what is returned
 *     ...
 *     while (ppar_chunk(&ppar)) {
 *         unsigned long long ppar_k = ppar_first(&ppar);
 *         int ppar_returns = 0;
 *         for (int i = ppar_at; i < ppar_end; i++, ppar_k++)
 *             ...  { ppar_value = e; ppar_returns = 1; goto ppar_leave_12_5; }
 *     ppar_leave_12_5:
 *         ppar_leave(&ppar, ppar_k, ppar_returns);     the chunk ends with that iteration
 *         ...
 *     }
 *     if (ppar_returned(&ppar))
 *         return ppar_value;
 *
 * A return statement becomes an assignment, and a goto, for it may stand in a loop or switch
 * statement inside. The label has the loop's place in its name: labels belong to the function.
 */
#include "lowering.h"

#include "../analysis/draws.h"
#include "../analysis/leave.h"
#include "../analysis/plan.h"
#include "../analysis/render.h"

#include <string.h>

/* Where random numbers are drawn, that is numbered, too. */
static bool has_number(const struct lowering *l)
{
    return loop_leaves(l->loop) && !loop_draws(l->loop);
}

static const char *label(const struct lowering *l)
{
    const struct place *place = &l->loop->stmt->place;
    return arena_printf(l->arena, "ppar_leave_%u_%u", place->line, place->column);
}

void leave_declare(struct lowering *l)
{
    const struct var *returned = l->loop->returned;
    bool is_record = returned && returned->type->kind == TYPE_RECORD;
    if (returned)
        line(l, 1, "%s %s%s;", returned->type->spelling, returned->name, is_record ? "" : " = 0");
}

/* For compilers that see a way on which it is not set. */
void leave_begin(struct lowering *l)
{
    const struct var *returned = l->loop->returned;
    if (returned && returned->type->kind == TYPE_RECORD)
        line(l, 1, "__builtin_memset(&" RETURNED ", 0, sizeof " RETURNED ");");
}

void leave_declare_in_chunk(struct lowering *l)
{
    if (has_number(l))
        line(l, 2, "unsigned long long %s_k = ppar_first(&%s);", l->name, l->name);
    if (loop_returns(l->loop))
        line(l, 2, "int ppar_returns = 0;");
}

const char *leave_step(struct lowering *l)
{
    return has_number(l) ? arena_printf(l->arena, ", %s_k++", l->name) : "";
}

/* What the step of the user's loop would have been followed by. */
void leave_end_loop(struct lowering *l, const char *step)
{
    const char *returns = loop_returns(l->loop) ? "ppar_returns" : "0";
    if (!loop_leaves(l->loop))
        return;
    if (loop_returns(l->loop))
        line(l, 1, "%s:", label(l));
    if (*step)
        line(l, 2, "if (ppar_leave(&%s, %s_k, %s))", l->name, l->name, returns);
    else
        line(l, 2, "(void)ppar_leave(&%s, %s_k, %s);", l->name, l->name, returns);
    if (*step)
        line(l, 3, "%s;", step + strspn(step, ", "));
}

void leave_finish(struct lowering *l)
{
    const struct loop *loop = l->loop;
    if (!loop_returns(loop))
        return;
    line(l, 1, "if (ppar_returned(&%s))", l->name);
    line(l, 2, loop->returned ? "return " RETURNED ";" : "return;");
}

/* What notes that the value is to be sent, if its place is not known beforehand. */
static const char *note_of(const struct lowering *l, const struct leaving *leaving)
{
    const struct plan *plan = l->loop->plan;
    for (size_t k = 0; k < plan->recorded.count; k++)
        if (leaving->set && plan->recorded.items[k].write == leaving->set)
            return arena_printf(l->arena,
                                " ppar_wrote(&%s, %zu, &" RETURNED ", sizeof " RETURNED ");",
                                l->name, plan->recorded.items[k].output);
    return "";
}

static void edit_return(struct lowering *l, const struct leaving *leaving)
{
    const struct stmt *stmt = leaving->stmt;
    unsigned start = stmt->place.offset, behind = start + (unsigned)strlen("return");
    bool is_list = stmt->expr && stmt->expr->kind == EXPR_COMMA;
    lower_edit(l, start, behind,
               leaving->set ? arena_printf(l->arena, "{ " RETURNED " =%s", is_list ? " (" : "")
                            : "{");
    if (is_list)
        lower_edit(l, stmt->end - 1, stmt->end - 1, ")");
    lower_edit_behind(
        l, stmt->end,
        arena_printf(l->arena, "%s ppar_returns = 1; goto %s; }", note_of(l, leaving), label(l)));
}

void leave_edit_body(struct lowering *l)
{
    for (size_t k = 0; k < l->loop->leavings.count; k++)
        edit_return(l, &l->loop->leavings.items[k]);
}
