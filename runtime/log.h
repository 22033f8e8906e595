/* The file of a checkpoint: what has been computed, record after record; see log.c. */
#ifndef PPAR_LOG_H
#define PPAR_LOG_H

#include "digest.h"
#include "schedule.h"

#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* What an execution of a loop depends on, each as a digest. */
struct log_key {
    uint64_t execution; /* of all loops of the program, from 1 on */
    unsigned char program[DIGEST_BYTES];
    unsigned char command[DIGEST_BYTES]; /* the command line */
    unsigned char range[DIGEST_BYTES];   /* which loop, which iterations, how they are sent */
    unsigned char inputs[DIGEST_BYTES];  /* what the loop reads that was there before it */
};

/* A record in the file. */
struct logged {
    unsigned char key[DIGEST_BYTES]; /* of its execution */
    struct range range;
    uint64_t place, size; /* of what the worker sent */
};

/* A file, while the process lives. Between two loops it is closed. */
struct log {
    struct log *next;
    char path[PATH_MAX];
    int fd;              /* -1: closed */
    dev_t device;        /* which file it was, */
    ino_t inode;         /*  with */
    uint64_t end;        /*  so many bytes that are good */
    uint64_t cut;        /* bytes behind them that were not, when it was opened */
    uint64_t bad;        /* records before that which were not either */
    struct log_key *key; /* executions that it knows: */
    size_t key_count, key_room;
    struct logged *record; /* what was there when it was read */
    size_t record_count, record_room;
};

/*
 * Opens the file, makes it where there is none, locks it and reads it. NULL, or why not, in WHY, of
 * SIZE bytes. The log is one of the list, and stays there.
 */
const char *log_open(struct log **log, struct log **list, const char *path, char *why, size_t size);
void log_close(struct log *log);

/* In a worker, whose the lock is not. */
void log_forget(struct log *log);

/* Renames the file to PATH.old, in the place of what may be there, and begins a new one. NULL, or
 * why not, as above. */
const char *log_renew(struct log *log, char *why, size_t size);

/* Appends. 0 or -errno: then the file ends where it did before, and is good up to there. */
int log_add_key(struct log *log, const struct log_key *key);
int log_add_record(struct log *log, const unsigned char *key, const char *bytes, size_t size);

/* Onto the disk. */
void log_sync(const struct log *log);

/* What the worker sent, in BYTES, checked again. 0 or -errno. */
int log_read(const struct log *log, const struct logged *logged, char *bytes);

/* The digest that stands for all of the key. */
void log_sum(const struct log_key *key, unsigned char sum[DIGEST_BYTES]);

#endif
