/* What earlier executions of a loop have shown; see site.c. */
#ifndef PPAR_SITE_H
#define PPAR_SITE_H

#include <stdint.h>

struct ppar_loop;

/* Something that is measured again and again. */
struct measure {
    double last; /* the newest value; 0: there is none */
    double sure; /* what is to be believed; the same */
};

/* Nanoseconds and bytes of an iteration; 0: nothing is known. */
struct site {
    const char *file; /* the loop's, compared as a pointer */
    int line;
    struct measure here;   /* in the parent */
    struct measure worker; /* in a worker */
    struct measure wall;   /* of the whole loop, without workers that stay */
    struct measure gain;   /* what of the time in one process is left with workers that stay */
    double sent;           /* bytes of records */
    double missed;         /* nanoseconds that workers that stay would have saved so far */
    unsigned turns;        /* that they have run since they came */
    unsigned failures;     /* how often they could not be had, or soon not be used, in a row: */
    unsigned pause;        /*  for so many executions it is not tried again */
};

#define SITES 64 /* loops of a program that are remembered; a power of 2 */

/* VALUE has been measured, in so many nanoseconds. */
void measure_note(struct measure *measure, double value, double nanoseconds);

/* What is known about the loop; all 0: nothing. */
struct site site_recall(const struct ppar_loop *loop);

/* The loop's own, until another loop is found in its place. */
struct site *site_claim(const struct ppar_loop *loop);

/* Nanoseconds of an iteration, wherever it ran; 0: not known. */
double site_rate(const struct site *site);

#endif
