/*
 * Which warnings and remarks the user wants: -Wppar-ID, -Wno-ppar-ID, -Werror=ppar-ID,
 * -Wno-error=ppar-ID, each also without an ID for all of them, -Rppar and -Rppar-missed; and of the
 * compiler's own options -w and -Werror, which hold for ppcc's warnings, too. As in the compilers,
 * a later option overrides an earlier one, and one for an ID those for all.
 */
#ifndef PPCC_WARNINGS_H
#define PPCC_WARNINGS_H

#include "arena.h"
#include "diag_id.h"

/* What was said last about one warning, or about all; 0: nothing. */
struct warning_wish {
    signed char shown; /* 1: -W, -1: -Wno- */
    signed char fatal; /* 1: -Werror, -1: -Wno-error */
};

struct warnings {
    struct warning_wish all, each[DIAG_ID_COUNT];
    bool none;                   /* -w */
    bool are_errors;             /* -Werror */
    bool remarks[DIAG_ID_COUNT]; /* of these ids remarks are shown */
};

/* Learns from an option of the command line. Returns whether it is ppcc's own; an option of the
 * compiler's is looked at, and is the compiler's. When it makes no sense, *WRONG becomes a message
 * in ARENA. */
bool warnings_take(struct warnings *warnings, struct arena *arena, const char *arg,
                   const char **wrong);

/* Whether a diagnostic of that id and severity is shown; *SEVERITY becomes what it counts as. */
bool warnings_want(const struct warnings *warnings, enum diag_id id, enum severity *severity);

/* What stands in brackets behind a message: the id, or where an option switches it off, that
 * option: "carried-dependence", "-Wppar-link-conflict", "-Rppar". In ARENA, or static. */
const char *warnings_label(struct arena *arena, enum diag_id id, enum severity severity);

#endif
