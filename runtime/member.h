/* The workers of one loop that stay: what they are, how they begin and end (form.c), and what they
 * do (member.c). */
#ifndef PPAR_MEMBER_H
#define PPAR_MEMBER_H

#include "config.h"
#include "io.h"
#include "reduce.h"
#include "run.h"
#include "turn.h"
#include "views.h"
#include "worker.h"

#include <linux/futex.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

#define FOLDS 8 /* at most */

struct member {
    pid_t pid;
    int is_dead;
    int status; /* as waitid tells */
    int code;
};

/* The workers of one loop. In a mapping of its own, so that nothing that a worker writes lies where
 * the program's memory is. */
struct crew {
    struct crew *next;
    size_t size; /* of this */
    const char *file;
    int line;
    const struct ppar_loop *loop;
    const void *caller;
    char fixed[FIXED_BYTES];
    size_t fixed_size;
    struct reductions reductions; /* those of the loop, with: */
    struct reduction items[FOLDS];
    char identities[FOLD_BYTES];
    struct span spans[SPANS]; /* the workers' own memory, */
    unsigned span_count;      /*  so many */
    unsigned regions;         /* the first so many are shared with the workers */
    int is_sober; /* there is a processor for each, so that they may wait without sleeping */
    struct held lifeline; /* the pipe's end that the parent holds */
    struct turn *turn;
    size_t turn_size;
    struct share *share;
    char before[IMAGE_BYTES]; /* the image before the workers came, */
    char start[FOLD_BYTES];   /*  and the accumulators */
    int64_t began;
    struct ppar_run run;  /* in a worker */
    struct worker worker; /* of this process */
    uint32_t seen;        /* in a worker: the turn that it is in, or was in last, */
    int is_in_turn;       /*  which it is in */
    int pipe;             /* in a worker */
    unsigned count;       /* members */
    struct member members[];
};

/* ---- form.c ------------------------------------------------------------------------------- */

/* New workers for the loop, and their crew, which is among process.crews; or NULL. In each of the
 * workers, too: process.in_worker tells. CALLER: where ppar_chunk returns to. */
struct crew *crew_form(struct ppar_run *run, const struct config *config, const void *caller);

/* Whether the crew can be given what the loop reads and writes; then its turn's parts are cut. */
int crew_can_be_given(struct crew *crew, const struct ppar_run *run);

/* The list is a process's that has forked this one past all handlers: it is not ours. */
void crew_forget_others(void);

/* Ends the workers; then the crew is no more. */
void crew_end(struct crew *crew);
void crew_end_members(struct crew *crew);

/* Notes which of the workers have died. */
void crew_look_for_dead(struct crew *crew);

/* Until all who live have ended the turn. */
void crew_wait_for_all(struct crew *crew);

/* ---- member.c ----------------------------------------------------------------------------- */

/* In a worker: its next piece. At last there is one. */
void member_next(struct ppar_run *run);

/* The next piece of the turn, for its worker or the parent; 0: there is none. */
int member_next_piece(struct ppar_run *run);

/* Whether the worker of the SEAT, which calls it, may begin the TURN; or the parent may end that
 * without it. Only the first of the two, and none in a turn before the last one that was begun. */
int member_begin(struct seat *seat, uint32_t turn);

/* The worker, or the parent, begins its part of a turn; and how long it has taken so far. */
void member_start(struct worker *worker);
void member_note_busy(const struct ppar_run *run);

/* What this process has done of the turn since BEGAN, for the journal. */
void member_note_turn(const struct ppar_run *run, int64_t began);

/* Where the parts of the block that ITERATION is in go. */
char *member_fold(const struct ppar_run *run, uint64_t iteration);

long member_futex(_Atomic uint32_t *word, int what, uint32_t value, const struct timespec *time);

/* Whether the word is not VALUE any more, after a short while. */
int member_spin(const struct crew *crew, const _Atomic uint32_t *word, uint32_t value);

#endif
