/*
 * Calls of the runtime that fail when they are told to. libppar is linked with its calls to the
 * system and to the allocator renamed (fault_read for read, ...); inject.c has the functions of
 * these names. Calls are counted by kind, in the parent and in each worker from its fork on. One of
 * them meets its fault: the one that the plan says. Calls of the program itself, and of the C
 * library, are not concerned.
 */
#ifndef INJECT_H
#define INJECT_H

enum call {
#define CALL(name, ...) CALL_##name,
#include "calls.def"
#undef CALL
    CALL_COUNT,
};

enum process { IN_PARENT, IN_WORKER };

enum fault {
    NO_FAULT,
    ERROR,     /* the call fails with this errno, and does nothing */
    SHORT,     /* it is done for one byte only; poll says that there is no news */
    DEATH,     /* the process is killed before it */
    TERMINATE, /* SIGTERM arrives before it */
};

struct plan {
    enum call call;
    enum process process;
    int worker; /* which one, from 0 in order of the forks */
    int nth;    /* from 1; 0: no call */
    enum fault fault;
    int error;
};

/* In memory that all processes share. */
struct injection {
    struct plan plan;
    int struck;              /* the fault has happened */
    int most[2][CALL_COUNT]; /* calls of one process, by enum process */
};

extern struct injection *injection;

const char *call_name(enum call call);

/* In a fresh process: it is a parent and has made no call. */
void inject_start(void);

#endif
