/*
 * What may leave the worker process in which it was computed: plain bytes, and pointers to memory
 * from before the loop, which has the same addresses in all processes. Pointers to blocks that the
 * body allocated need a description of what they lead to; all else that the body makes has no
 * meaning outside of the worker.
 */
#ifndef PPCC_SERIAL_H
#define PPCC_SERIAL_H

#include "depend.h"
#include "fresh.h"

/* From the best to the worst. */
enum crossing {
    CROSSES_AS_IT_IS, /* bytes, or pointers to memory from before the loop */
    CROSSES_PACKED,   /* leads to blocks that the body allocated, and to nothing worse */
    CROSSES_UNKNOWN,  /* may lead anywhere */
    CROSSES_NEVER,    /* leads to what only the worker has */
};

struct passage {
    enum crossing crossing;
    const struct site *site;     /* what is in the way, the first found; NULL when nothing is */
    const char *path;            /* how to come to it: "result[0].node->next->fp" */
    const struct site *stored;   /* what is written, as contents; NULL: nothing that points */
};

/* How what WRITE, a write access of LOOP's trace, writes can come home. */
struct passage find_passage(struct loop *loop, const struct access *write);

/* Whether an object of TYPE has a meaning in its process alone (a mutex, a jmp_buf); then *WHY says
 * what it is: "a lock". */
bool type_stays(const struct type *type, const char **why);

#endif
