/*
 * What may leave the worker process in which it was computed: plain bytes, and pointers to memory
 * from before the loop, which has the same addresses in all processes. Pointers to blocks that the
 * body allocated need a description of what they lead to; all else that the body makes has no
 * meaning outside of the worker.
 */
#ifndef PPCC_SERIAL_H
#define PPCC_SERIAL_H

#include "fresh.h"
#include "trace.h"

/* From the best to the worst. */
enum crossing {
    CROSSES_AS_IT_IS, /* bytes, or pointers to memory from before the loop */
    CROSSES_PACKED,   /* leads to blocks that the body allocated, and to nothing worse */
    CROSSES_UNKNOWN,  /* may lead anywhere */
    CROSSES_NEVER,    /* leads to what only the worker has */
};

struct passage {
    enum crossing crossing;
    const struct site *site;   /* what is in the way, the first that is found of the worst; NULL:
                                  nothing that has a site */
    const char *path;          /* how to come to it: "result[i].node->next->fp" */
    bool is_number;            /* a number, or bytes, that came from an address */
    const char *type;          /* "a lock": the type itself is in the way; else NULL */
    const struct site *stored; /* what is written, as contents; NULL: nothing that points */
};

/* How what WRITE, a write access of LOOP's trace, writes can come home. */
struct passage find_passage(struct loop *loop, const struct access *write);

/* What an object of TYPE is that means something in its process alone, or has such a member: "a
 * lock"; NULL: it is none. *MEMBER: the member's name, ".lock"; "". */
const char *type_stays(struct arena *arena, const struct type *type, const char **member);

/* What TYPE is when its objects stand for something outside of memory: "a database connection";
 * NULL when they do not, as far as is known. */
const char *type_is_handle(const struct type *type);

#endif
