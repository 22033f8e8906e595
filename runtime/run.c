/*
 * Where runs live. Short loops are executed millions of times, so the run of the only loop that is
 * being executed, mostly, lies in memory that is always there, and its outputs, when they are few,
 * lie in it. Others, which are nested, or in a signal handler, are allocated.
 *
 * In a signal handler nothing may be allocated, and whether this is one costs as much to find out
 * as a short loop takes. So that is asked before the first allocation: run_may_allocate.
 */
#include "run.h"
#include "checkpoint.h"
#include "config.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static struct {
    struct ppar_run run;
    volatile sig_atomic_t is_taken;
} spare;

size_t run_own_memory(const void **memory)
{
    *memory = &spare;
    return sizeof spare;
}

int run_may_allocate(struct ppar_run *run)
{
    if (!run->may_allocate && !signals_in_handler())
        run->may_allocate = 1;
    return run->may_allocate;
}

struct ppar_run *run_new(struct ppar_loop *loop)
{
    struct ppar_run *run = &spare.run;
    if (spare.is_taken) {
        run = signals_in_handler() ? NULL : calloc(1, sizeof *run);
        if (run == NULL)
            return NULL;
        run->may_allocate = 1;
    } else {
        spare.is_taken = 1;
        memset(run, 0, offsetof(struct ppar_run, signals));
    }
    run->loop = loop;
    run->outputs = run->few;
    return run;
}

unsigned run_settle(struct ppar_run *run)
{
    if (run->slots_are_cpus && config_quota() < run->slots)
        run->slots = run->schedule.workers = (unsigned)config_quota();
    return run->slots;
}

int run_add_output(struct ppar_run *run, const struct output *output)
{
    size_t count = run->output_count, room = run->output_room > 0 ? run->output_room : FEW_OUTPUTS;
    if (count == room) {
        if (!run_may_allocate(run))
            return -EAGAIN;
        struct output *more =
            realloc(run->output_room > 0 ? run->outputs : NULL, 2 * room * sizeof *more);
        if (more == NULL)
            return -ENOMEM;
        if (run->output_room == 0)
            memcpy(more, run->few, sizeof run->few);
        run->outputs = more;
        run->output_room = 2 * room;
    }
    run->outputs[run->output_count++] = *output;
    return 0;
}

void run_free(struct ppar_run *run)
{
    if (run == NULL)
        return;
    for (size_t k = 0; k < run->output_count; k++)
        output_release(&run->outputs[k]);
    if (run->output_room > 0)
        free(run->outputs);
    checkpoint_free(run->checkpoint);
    free(run->gaps.done);
    reduce_release(&run->reductions);
    replays_release(&run->replays);
    if (run == &spare.run)
        spare.is_taken = 0;
    else
        free(run);
}
