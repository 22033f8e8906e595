/* Writing to what may have no reader any more, without dying of it. */
#ifndef PPAR_QUIET_H
#define PPAR_QUIET_H

#include <signal.h>

struct quiet {
    sigset_t before;
    int is_blocked;  /* it is now */
    int was_pending; /* a SIGPIPE of the host's waits already */
};

/* Between them SIGPIPE does not come; one that our writing has raised never does. */
void quiet_begin(struct quiet *quiet);
void quiet_end(const struct quiet *quiet);

#endif
