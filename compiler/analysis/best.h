/*
 * The best of something and what goes with it:
 *
 *     if (ok[i] && e > m) { m = e; where = i; ... }
 *     if (item.cost < best.cost) best = item;
 *
 * Recognised by its form; that the places are used in no other way is for the roles to show.
 */
#ifndef PPCC_BEST_H
#define PPCC_BEST_H

#include "update.h"

enum { BEST_MOST = 8 };

struct best {
    struct update value;                /* the maximum or minimum */
    struct expr *holder;                /* the place that is assigned to and holds its target */
    int64_t at;                         /* bytes of it before the target */
    struct expr *conditions[BEST_MOST]; /* that have to hold besides, in order */
    size_t condition_count;
    struct expr *assignments[BEST_MOST]; /* in order */
    size_t count;
};

/* Whether STMT, an if statement, chooses the best of something, other than by the form that
 * update_match_if knows. */
bool best_match(const struct stmt *stmt, struct best *best);

#endif
