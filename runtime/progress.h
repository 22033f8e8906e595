/* How far a loop is, for whoever waits for it; see progress.c. */
#ifndef PPAR_PROGRESS_H
#define PPAR_PROGRESS_H

#include <stddef.h>
#include <stdint.h>

struct config;
struct ppar_loop;

/* What is shown of the loop that runs. Times are those of clock_now. */
struct progress {
    const struct ppar_loop *loop; /* NULL: nothing is shown */
    const char *label;            /* NULL: its place */
    int is_known;                 /* what stderr is: */
    int is_terminal;              /*  a line that is drawn again and again, else one now and then */
    int is_drawn;                 /* there is one on the terminal */
    int was_shown;
    int64_t began, next; /* not before that is anything shown */
    uint64_t done;       /* iterations, at the last look, */
    int64_t looked;      /*  which was then, */
    int64_t known;       /*  and when the last of them had come */
    double rate;         /* iterations a nanosecond, of late; 0: not known */
};

/* A loop begins in the parent, and DONE of its iterations are done. */
void progress_begin(const struct ppar_loop *loop, const struct config *config);

/* So many of its iterations are done by now. To be called often; mostly it does nothing. */
void progress_look(const struct ppar_loop *loop, uint64_t done);

/* The loop is over. */
void progress_end(const struct ppar_loop *loop, uint64_t done);

/* Something else is about to be written to stderr, or to stdout: takes the line away, until the
 * next look. */
void progress_hide(void);
void progress_make_way(void);

/* The program ends here, by a signal perhaps: the line stays as it is. */
void progress_leave(void);

/* At most MOST milliseconds until the next look. */
int progress_patience(int most);

/* The line for so many iterations, in LINE, for a terminal of COLUMNS columns; 0: for a file. */
void progress_line(const struct progress *progress, uint64_t done, int64_t now, int columns,
                   char *line, size_t size);

/* Looks at DONE iterations at the time NOW: the rate of late. */
void progress_measure(struct progress *progress, uint64_t done, int64_t now);

#endif
