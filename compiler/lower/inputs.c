/*
 * What the key of a loop's log is made of (analysis/inputs.c), told to the runtime before the loop,
 * where there is a log:
 *
 *     if (ppar_logs(&ppar)) {
 *         PPAR_INPUT(&ppar, n);
 *         ppar_input_pointer(&ppar, x);
 *         ppar_input(&ppar, x, 0, 8 * (ppar_wide)n, 0);
 *     }
 */
#include "lowering.h"

#include "../analysis/pieces.h"
#include "../analysis/plan.h"

static void write_value(struct lowering *l, const struct inherited *input, unsigned depth)
{
    if (input->type->kind == TYPE_POINTER) {
        line(l, depth, "ppar_input_pointer(&%s, (const volatile void *)%s);", l->name, input->text);
        return;
    }
    line(l, depth, "PPAR_INPUT(&%s, %s);", l->name, input->text);
}

static void write_memory(struct lowering *l, const struct inherited *input, unsigned depth)
{
    struct input_piece pieces[MAX_PIECES];
    const char *list = "";
    if (!input->element) {
        line(l, depth, "ppar_input(&%s, %s, %s, %s, 0);", l->name, input->text, input->low,
             input->high);
        return;
    }
    size_t count = input_pieces(input->element, pieces);
    for (size_t k = 0; k < count; k++)
        list = arena_printf(l->arena, "%s%s{%lld, %lld, %d}", list, k ? ", " : "",
                            (long long)pieces[k].offset, (long long)pieces[k].size,
                            pieces[k].is_pointer);
    line(l, depth, "{");
    line(l, depth + 1, "static const struct ppar_piece ppar_pieces[%zu] = {%s};", count, list);
    line(l, depth + 1, "static const struct ppar_element ppar_element = {%lld, %zu, ppar_pieces};",
         (long long)input->element->size, count);
    line(l, depth + 1, "ppar_input(&%s, %s, %s, %s, &ppar_element);", l->name, input->text,
         input->low, input->high);
    line(l, depth, "}");
}

static void write_input(struct lowering *l, const struct inherited *input, unsigned depth)
{
    switch (input->kind) {
    case INPUT_VALUE:
        write_value(l, input, depth);
        return;
    case INPUT_MEMORY:
        write_memory(l, input, depth);
        return;
    case INPUT_TEXT:
        line(l, depth, "ppar_input_text(&%s, %s, %s, %s);", l->name, input->text, input->low,
             input->high);
        return;
    case INPUT_ROWS:
        line(l, depth, "ppar_input_rows(&%s, %s);", l->name, input->text);
        return;
    case INPUT_ENVIRONMENT:
        line(l, depth, "ppar_input_environment(&%s);", l->name);
        return;
    case INPUT_KEY:
        line(l, depth, "ppar_input(&%s, &%s, 0, sizeof %s, 0);", l->name, input->text, input->text);
        return;
    }
}

/* Where the ends are not right, an input is not known, and there is no log. */
void inputs_write(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    const char *condition = "";
    if (!plan->is_logged)
        return;
    if (!plan->inputs.count) {
        line(l, 2, "(void)ppar_logs(&%s);", l->name);
        return;
    }
    line(l, 2, "if (ppar_logs(&%s)) {", l->name);
    for (size_t k = 0; k < plan->input_conditions.count; k++)
        condition = arena_printf(l->arena, "%s%s%s", condition, k ? " && " : "",
                                 plan->input_conditions.items[k]);
    if (*condition)
        line(l, 3, "if (!(%s))", condition);
    if (*condition)
        line(l, 4, "ppar_input_unknown(&%s);", l->name);
    for (size_t k = 0; k < plan->inputs.count; k++)
        write_input(l, &plan->inputs.items[k], 3);
    line(l, 2, "}");
}
