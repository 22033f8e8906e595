/*
 * What loops need whose iterations draw random numbers: each iteration is told to have begun, and
 * behind the loop the stream around it goes on.
 *
 *     struct ppar_stream ppar_outer;
 *     unsigned long long ppar_key;
 *     ...
 *     ppar_key = ppar_random_begin(&ppar_outer, 0, 0);
 *     while (ppar_chunk(&ppar)) {
 *         unsigned long long ppar_k = ppar_first(&ppar);
 *         ...
 *         ppar_random_iteration(ppar_key, ppar_k);
 *         for (int i = ppar_at; i < ppar_end; i++, ppar_random_iteration(ppar_key, ++ppar_k))
 *         ...
 *     }
 *     ppar_random_end(&ppar_outer);
 */
#include "lowering.h"

#include "../analysis/draws.h"

void random_declare(struct lowering *l)
{
    if (!loop_draws(l->loop))
        return;
    line(l, 1, "struct ppar_stream %s_outer;", l->name);
    line(l, 1, "unsigned long long %s;", key_variable(l->arena, l->loop));
}

/* The value of the seed stands in the user's text. */
void random_begin(struct lowering *l)
{
    const struct clause *seed = seed_clause(l->loop);
    const char *key = key_variable(l->arena, l->loop);
    if (!loop_draws(l->loop))
        return;
    if (seed)
        keep_line(l, &seed->value.place);
    if (seed)
        line(l, 1, "%s = ppar_random_begin(&%s_outer, 1, (unsigned long long)%s);", key, l->name,
             operand_of(l, seed->value.expr, seed->value.text));
    else
        line(l, 1, "%s = ppar_random_begin(&%s_outer, 0, 0);", key, l->name);
}

void random_declare_in_chunk(struct lowering *l)
{
    if (loop_draws(l->loop))
        line(l, 2, "unsigned long long %s_k = ppar_first(&%s);", l->name, l->name);
}

void random_begin_chunk(struct lowering *l)
{
    if (loop_draws(l->loop))
        line(l, 2, "ppar_random_iteration(%s, %s_k);", key_variable(l->arena, l->loop), l->name);
}

const char *random_step(struct lowering *l)
{
    return loop_draws(l->loop) ? arena_printf(l->arena, ", ppar_random_iteration(%s, ++%s_k)",
                                              key_variable(l->arena, l->loop), l->name)
                               : "";
}

void random_finish(struct lowering *l)
{
    if (loop_draws(l->loop))
        line(l, 1, "ppar_random_end(&%s_outer);", l->name);
}
