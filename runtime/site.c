/*
 * What earlier executions of a loop have shown, for as many loops as there is room for: another
 * one with the same place in the table takes it over.
 *
 * A process that is interrupted takes long for once, and so may whatever it has measured. What is
 * longer than before is believed when it is so twice in a row, or when it has taken so long that
 * all that might be done in vain because of it costs next to nothing beside it.
 */
#include "site.h"
#include "api.h"
#include "process.h"

#define BELIEVED 10000000 /* nanoseconds */
#define SHORTER  4        /* times: more than caches make it */

void measure_note(struct measure *measure, double value, double nanoseconds)
{
    int is_known = measure->last > 0 && nanoseconds < BELIEVED;
    measure->sure = is_known && measure->last < value ? measure->last : value;
    measure->last = value;
}

static struct site *find(const struct ppar_loop *loop)
{
    uintptr_t mixed = (uintptr_t)loop->file / 8 + (uintptr_t)loop->line * 31;
    return &process.sites[mixed % SITES];
}

static int is_of(const struct site *site, const struct ppar_loop *loop)
{
    return site->file == loop->file && site->line == loop->line;
}

struct site site_recall(const struct ppar_loop *loop)
{
    const struct site *site = find(loop);
    return is_of(site, loop) ? *site : (struct site){0};
}

struct site *site_claim(const struct ppar_loop *loop)
{
    struct site *site = find(loop);
    if (!is_of(site, loop))
        *site = (struct site){.file = loop->file, .line = loop->line};
    return site;
}

/* A loop that workers run again and again may have become much shorter since the parent ran it.
 * That it takes somewhat less in them is no sign of it: each has a part of the memory in its cache.
 */
double site_rate(const struct site *site)
{
    double here = site->here.sure, worker = site->worker.sure;
    return here > 0 && (worker <= 0 || worker > here / SHORTER) ? here : worker;
}
