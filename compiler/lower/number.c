/*
 * Where iterations, or what is evaluated behind them, ask for their number by ppar_iteration(), it
 * is counted along, and that of the iteration around the loop is put back at the end:
 *
 *     const unsigned long long ppar_around = ppar_iteration();
 *     ...
 *     while (ppar_chunk(&ppar)) {
 *         ...
 *         ppar_set_iteration(ppar_first(&ppar));
 *         for (int i = ppar_at; i < ppar_end; i++, ppar_set_iteration(ppar_iteration() + 1))
 *             ...
 *     }
 *     ppar_set_iteration(ppar_around);
 */
#include "lowering.h"

#include "../analysis/trace.h"

void number_declare(struct lowering *l)
{
    if (l->loop->trace->numbers)
        line(l, 1, "const unsigned long long %s_around = ppar_iteration();", l->name);
}

void number_begin_chunk(struct lowering *l)
{
    if (l->loop->trace->numbers)
        line(l, 2, "ppar_set_iteration(ppar_first(&%s));", l->name);
}

const char *number_step(const struct lowering *l)
{
    return l->loop->trace->numbers ? ", ppar_set_iteration(ppar_iteration() + 1)" : "";
}

void number_finish(struct lowering *l)
{
    if (l->loop->trace->numbers)
        line(l, 1, "ppar_set_iteration(%s_around);", l->name);
}
