/*
 * The clauses in, out and inout: what the part of a loop's body that is not in sight touches, in
 * each iteration.
 *
 * That part is every call of a function of which nothing is known, and every asm statement. Each of
 * them is taken for a call of a function that does what the clauses say, all of it and no more:
 *
 *     #pragma ppar for in(x[i]) out(a[i * w : w])         f(double *p0, double *p1, int n1)
 *     for (int i = 0; i < n; i++)                         {
 *         library_fill(a + i * w, w, x[i]);                   *p0;
 *                                                             for (int k = 0; k < n1; k++)
 *     is f(&x[i], &a[i * w], w)                                   p1[k] = any();
 *                                                         }
 *
 * so that its accesses are among those of the iteration like any others. Where a section lies is
 * told by the values that hold when the call happens; the variables that it names directly are
 * ones that the body leaves alone.
 *
 * The programmer's word is: the calls write all of every 'out' before anything in the iteration
 * reads it, and touch no other memory that they share with other iterations than what is listed and
 * what the expressions of the list read; they keep no pointer that they are given, free nothing,
 * end nothing, and their results depend on nothing else.
 */
#ifndef PPCC_SECTIONS_H
#define PPCC_SECTIONS_H

#include "walk.h"

/* The function that stands for what is not in sight. */
struct sections {
    struct function *all, *reads;  /* does everything; only reads */
    LIST_OF(struct expr *) places; /* its arguments, in the scope of the loop */
    bool is_compared;              /* the walk is one for sections_check, with a call at its end */
};

/* Finds what the clauses of LOOP say, whose levels are known. False: something was reported. */
bool sections_find(struct unit *unit, struct loop *loop, struct diags *diags);

/* Takes AT, a call with the values of its arguments or a statement, for what the clauses say;
 * false: they say nothing here. */
struct unseen {
    const struct expr *at;
    const struct value *args;
    size_t count;
    bool may_write;     /* memory from before the call */
    bool names_any_own; /* it may use all variables of the iteration's own */
};
bool walk_unseen(struct walker *walker, const struct unseen *unseen);

/* The call at the end of an iteration, when that is wanted. */
void walk_compared(struct walker *walker, const struct loop *loop);

/* Adds reasons to LOOP, whose verdict is known, where the clauses say something else than its body
 * does in a loop in which all is in sight. */
void sections_check(struct unit *unit, struct loop *loop);

#endif
