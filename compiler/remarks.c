#include "remarks.h"

#include "analysis/cost.h"
#include "analysis/trace.h"
#include "buf.h"

static void note_roles(struct diags *diags, struct diag *diag, const struct loop *loop)
{
    struct buf text = {0};
    for (size_t k = 0; k < loop->roles.count; k++)
        buf_printf(&text, "%s'%s' is %s", k ? ", " : "", loop->roles.items[k].name,
                   role_name(loop->roles.items[k].role));
    if (text.length)
        diag_add_note(diags, diag, NULL, 0, "%s", buf_text(&text));
    buf_release(&text);
}

static void note_work(struct diags *diags, struct diag *diag, struct unit *unit,
                      const struct loop *loop)
{
    struct work work = work_of_iteration(unit, loop);
    diag_add_note(diags, diag, NULL, 0, "about %s operations an iteration%s",
                  work_text(diags->arena, &work),
                  work_is_light(unit, loop)
                      ? ": the loop begins serially, and workers come when enough is left to do"
                      : "");
}

static void remark_parallel(struct diags *diags, struct unit *unit, const struct loop *loop)
{
    struct diag *diag = diag_add(diags, SEVERITY_REMARK, DIAG_PARALLEL, &loop->stmt->place, 0,
                                 "loop on '%s' runs in parallel: %s%s%s", loop->shape.counter->name,
                                 verdict_name(loop->verdict), loop->guard ? " by " : "",
                                 loop->guard ? loop->guard : "");
    note_roles(diags, diag, loop);
    if (loop->cost)
        diag_add_note(diags, diag, NULL, 0, "%s", cost_text(diags->arena, loop->cost));
    note_work(diags, diag, unit, loop);
}

void remark_loop(struct diags *diags, struct unit *unit, const struct loop *loop)
{
    remark_parallel(diags, unit, loop);
    if (loop->guard)
        diag_add(diags, SEVERITY_REMARK, DIAG_MISSED, &loop->stmt->place, 0,
                 "loop on '%s' runs serially unless %s", loop->shape.counter->name, loop->guard);
}

void remark_suggestions(struct diags *diags, const struct suggestions *suggestions)
{
    for (size_t k = 0; k < suggestions->list.count; k++) {
        const struct suggestion *suggestion = &suggestions->list.items[k];
        const struct loop *loop = suggestion->loop;
        struct diag *diag = diag_add(
            diags, SEVERITY_REMARK, DIAG_MISSED, &loop->stmt->place, 0,
            "loop on '%s' runs serially: with '#pragma ppar for' before it, it would be %s%s%s",
            loop->shape.counter->name, verdict_name(loop->verdict), loop->guard ? " by " : "",
            loop->guard ? loop->guard : "");
        diag_add_note(diags, diag, NULL, 0, "about %s operations an iteration",
                      work_text(diags->arena, &suggestion->work));
    }
}
