/*
 * What a worker that stays is given (analysis/views.c), told to the runtime before the loop:
 *
 *     struct ppar_view ppar_views[2];
 *     int ppar_v1;
 *     ...
 *     ppar_v1 = n;
 *     ppar_views[0] = ppar_view(PPAR_VALUE, &ppar_v1, 0, sizeof ppar_v1, -1, 0);
 *     ppar_views[1] = ppar_view(PPAR_READ, (void *)a, 0, 8 * (ppar_wide)n, -1, 0);
 *     ppar_stay(&ppar, ppar_views, 2);
 *
 * and taken where a chunk begins, in such a worker alone:
 *
 *     while (ppar_chunk(&ppar) && (!ppar_takes(&ppar) || (n = ppar_v1, 1))) {
 */
#include "lowering.h"

#include "../analysis/plan.h"

/* Whether workers may stay: then the chunk begins with assignments. */
static bool has_views(const struct lowering *l)
{
    return l->loop->plan->views.count && !keeps_headers(l);
}

static bool is_value(const struct view *view)
{
    return !view->low;
}

static const char *copy_name(const struct lowering *l, size_t number)
{
    return arena_printf(l->arena, "ppar_v%zu", number + 1);
}

/* Where values are copied to, which are no constants there. */
void views_declare(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    if (!has_views(l))
        return;
    line(l, 1, "struct ppar_view ppar_views[%u];", plan->views.count);
    for (size_t k = 0; k < plan->views.count; k++) {
        const struct view *view = &plan->views.items[k];
        if (is_value(view) && view->is_pointer)
            line(l, 1, "void *%s;", copy_name(l, k));
        else if (is_value(view) && view->type)
            line(l, 1, "%s %s;", view->type, copy_name(l, k));
        else if (is_value(view))
            line(l, 1, "__typeof__(%s + 0) %s;", view->text, copy_name(l, k));
    }
}

static void write_view(struct lowering *l, size_t number)
{
    static const char *const kinds[] = {
        [VIEW_VALUE] = "PPAR_VALUE", [VIEW_FIXED] = "PPAR_FIXED",   [VIEW_READ] = "PPAR_READ",
        [VIEW_WRITE] = "PPAR_WRITE", [VIEW_UPDATE] = "PPAR_UPDATE", [VIEW_SCRATCH] = "PPAR_SCRATCH",
    };
    const struct view *view = &l->loop->plan->views.items[number];
    const char *copy = copy_name(l, number);
    if (is_value(view)) {
        line(l, 2, "%s = %s%s;", copy, view->is_pointer ? "(void *)" : "", view->text);
        line(l, 2, "ppar_views[%zu] = ppar_view(%s, &%s, 0, sizeof %s, -1, 0);", number,
             kinds[view->kind], copy, copy);
        return;
    }
    line(l, 2, "ppar_views[%zu] = ppar_view(%s, %s, %s, %s, %lld, %d);", number, kinds[view->kind],
         view->text, view->low, view->high,
         view->output == NO_OUTPUT ? -1ll : (long long)view->output, view->is_loose);
}

void views_write(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    const char *condition = "";
    if (!has_views(l))
        return;
    for (size_t k = 0; k < plan->views.count; k++)
        write_view(l, k);
    for (size_t k = 0; k < plan->view_conditions.count; k++)
        condition = arena_printf(l->arena, "%s%s%s", condition, k ? " && " : "if (",
                                 plan->view_conditions.items[k]);
    line(l, 2, "%s%sppar_stay(&%s, ppar_views, %u);", condition, *condition ? ") " : "", l->name,
         plan->views.count);
}

/* A worker that has stayed takes the variables from the copies. */
const char *views_taken(const struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    const char *text = "";
    for (size_t k = 0; has_views(l) && k < plan->views.count; k++) {
        const struct view *view = &plan->views.items[k];
        if (view->kind == VIEW_VALUE)
            text = arena_printf(l->arena, "%s%s = (__typeof__(%s))%s, ", text, view->text,
                                view->text, copy_name(l, k));
    }
    return *text ? arena_printf(l->arena, " && (!ppar_takes(&%s) || (%s1))", l->name, text) : "";
}
