/*
 * The expression of an 'after' clause, which the parent evaluates behind each iteration. Where the
 * loop runs serially it stands in front of the step, so that 'continue' leads to it; for iterations
 * that workers have run, the parent gets chunks of its own:
 *
 *     ppar_set_after(&ppar, PPAR_IN_ORDER);
 *     while (ppar_chunk(&ppar)) {
 *         ...
 *         if (ppar_is_after(&ppar)) {
 *             for (int i = ppar_at; i < ppar_end; i++)
 *                 (void)(show(i));
 *             continue;
 *         }
 *         for (int i = ppar_at; i < ppar_end; (ppar_sends(&ppar) ? (void)0 : (void)(show(i))), i++)
 */
#include "lowering.h"

static const char *order_name(enum after_order order)
{
    static const char *const names[] = {[AFTER_IN_ORDER] = "PPAR_IN_ORDER",
                                        [AFTER_ONE_BY_ONE] = "PPAR_ONE_BY_ONE",
                                        [AFTER_AS_THEY_COME] = "PPAR_AS_THEY_COME"};
    return names[order];
}

void after_register(struct lowering *l)
{
    if (l->loop->after)
        line(l, 1, "ppar_set_after(&%s, %s);", l->name, order_name(l->loop->after_order));
}

/* A line number in it is that of the step, in both places. */
void after_write(struct lowering *l)
{
    const struct loop *loop = l->loop;
    unsigned levels = (unsigned)loop->levels.count;
    if (!loop->after)
        return;
    line(l, 2, "if (ppar_is_after(&%s)) {", l->name);
    for (unsigned k = 0; k < levels; k++)
        line(l, 3 + k, "for (%s%s)", header_text(l, k), k + 1 == levels ? number_step(l) : "");
    keep_line(l, &loop->levels.items[levels - 1].stmt->step->place);
    line(l, 3 + levels, "(void)(%s);", loop->after->value.text);
    line(l, 3, "continue;");
    line(l, 2, "}");
}

const char *after_step(const struct lowering *l)
{
    return l->loop->after ? arena_printf(l->arena, " (ppar_sends(&%s) ? (void)0 : (void)(%s)),",
                                         l->name, l->loop->after->value.text)
                          : "";
}
