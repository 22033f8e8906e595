/*
 * Early end: break and return in the body, which say that the iterations behind this one do not
 * take place.
 */
#ifndef PPCC_LEAVE_H
#define PPCC_LEAVE_H

#include "../diag.h"
#include "../model.h"

/* A return statement of the body. */
struct leaving {
    const struct stmt *stmt;
    struct expr *set; /* assigns what is returned to loop->returned; NULL: nothing is returned */
};

/* Whether an iteration may end the loop. */
bool loop_leaves(const struct loop *loop);

/* Whether it may do so by return. */
bool loop_returns(const struct loop *loop);

/* Notes that STMT, a break or return, leaves LOOP; or why that cannot be, which is said in
 * *MESSAGE: false. */
bool leave_add(struct unit *unit, struct loop *loop, const struct stmt *stmt, const char **message);

/* What is evaluated where STMT, a return statement of the body, ends the iteration. */
struct expr *leave_value(const struct loop *loop, const struct stmt *stmt);

/* The return statement in which WRITE is the assignment to loop->returned; NULL: it is none. */
const struct stmt *leave_of_write(const struct loop *loop, const struct expr *write);

/* Adds a reason for each thing about the loop that an early end rules out. */
void leave_check(struct loop *loop);

#endif
