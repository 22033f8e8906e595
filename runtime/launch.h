/* From a decided loop to running workers; see launch.c. */
#ifndef PPAR_LAUNCH_H
#define PPAR_LAUNCH_H

#include "run.h"

enum launch {
    LAUNCHED,  /* in the parent: at least one worker runs */
    IS_WORKER, /* in a worker */
    REFUSED,   /* in the parent: no worker could be had, for the reason in *error (-errno) */
};

#define MEMORY_LOW -10000 /* in place of -errno: less memory is free than the user wants to be */

/* Starts run->slots workers, or as many as can be had. */
enum launch launch_workers(struct ppar_run *run, int *error);

/* A worker in the place of CHILD, which has ended: it runs child->task, up to child->single_to one
 * iteration at a time, and then goes on like all others (unless child->only_task). 1: this is the
 * worker; 0: it runs; or -errno. */
int launch_again(struct ppar_run *run, struct child *child);
/* What an error of launch_workers means. */
const char *launch_error(int error);

/* Gives back all that launch_workers got, the workers being gone. */
void launch_release(struct ppar_run *run);

#endif
