/*
 * The best of something and what goes with it:
 *
 *     if (ok[i] && e > m) { m = e; where = i; ... }
 *     if (item.cost < best.cost) best = item;
 *     if (where < 0 || e > m) { m = e; where = i; ... }
 *
 * Recognised by its form; that the places are used in no other way is for the roles to show.
 */
#ifndef PPCC_BEST_H
#define PPCC_BEST_H

#include "update.h"

enum { BEST_MOST = 8 };

/* A condition, type(place) op value, that makes the first one the best in any case. */
struct best_start {
    struct expr *holder; /* the place that is assigned to and holds the place; NULL: no condition */
    int64_t at;          /* bytes of it before the place */
    struct type *type;   /* of the place */
    struct type *compared;
    enum op op;
    int64_t value;
};

struct best {
    struct best_start start;
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

/* C: whether START holds of PLACE, with TYPE as the name of the type in which they are compared;
 * NULL: as one would say it. */
const char *best_start_text(struct arena *arena, const struct best_start *start, const char *type,
                            const char *place);

#endif
