/* What the environment asks of the runtime; see config.c. */
#ifndef PPAR_CONFIG_H
#define PPAR_CONFIG_H

#include "affinity.h"

#include <stdint.h>

/* Whether workers stay from one execution of a loop to the next. */
enum stay {
    STAY_AUTO, /* where it has turned out to be worth it */
    STAY_ON,   /* wherever they can */
    STAY_OFF,
};

struct config {
    unsigned workers;       /* PPAR_WORKERS, or 0: not given */
    int schedule_given;     /* PPAR_SCHEDULE: */
    int schedule;           /*  enum ppar_schedule */
    uint64_t chunk;         /*  iterations a chunk, or 0 */
    int serial;             /* PPAR_SERIAL=1 */
    int gate_given;         /* PPAR_GATE: */
    int gate;               /*  whether a loop may begin in the parent */
    enum stay stay;         /* PPAR_STAY */
    int policy_given;       /* PPAR_ON_FAILURE: */
    int on_failure;         /*  enum ppar_policy */
    int retries_given;      /* PPAR_RETRIES: */
    unsigned retries;       /*  so many */
    int timeout_given;      /* PPAR_TIMEOUT: */
    double seconds;         /*  seconds an iteration, or 0, */
    double medians;         /*  or so many times the median, or 0 */
    int only;               /* PPAR_ONLY: */
    uint64_t only_loop;     /*  in that execution of a loop, from 1 on, */
    uint64_t only_k;        /*  this iteration alone */
    int verbose;            /* PPAR_VERBOSE=1 */
    int progress_given;     /* PPAR_PROGRESS: */
    int progress;           /*  whether loops show how far they are */
    const char *trace;      /* PPAR_TRACE, or NULL; in the environment, as: */
    const char *joblog;     /* PPAR_JOBLOG */
    const char *report;     /* PPAR_REPORT */
    const char *checkpoint; /* PPAR_CHECKPOINT, the same */
    int live;               /* PPAR_OUTPUT=live */
    uint64_t memory;        /* PPAR_MEMFREE: bytes; 0: not given */
    enum bind bind;         /* PPAR_BIND */
    uint64_t seed;          /* PPAR_SEED, or 0 */
    double verify;          /* PPAR_VERIFY: part of the iterations, 0 to 1 */
    int ordered;            /* PPAR_OUTPUT=ordered, also where the loop says live */
};

/* Reads the environment. A bad value is reported once in the life of the process, and ignored. */
void config_read(struct config *config);

/* One value each; 0, or -1 for a bad value, which leaves the target alone. */
int config_parse_workers(const char *text, unsigned *workers);
int config_parse_schedule(const char *text, int *schedule, uint64_t *chunk);
int config_parse_switch(const char *text, int *on);
int config_parse_policy(const char *text, int *policy);
int config_parse_retries(const char *text, unsigned *retries);
int config_parse_timeout(const char *text, double *seconds, double *medians);
int config_parse_only(const char *text, uint64_t *loop, uint64_t *k);
int config_parse_bytes(const char *text, uint64_t *bytes);
int config_parse_gate(const char *text, int *gate);
int config_parse_seed(const char *text, uint64_t *seed);
int config_parse_stay(const char *text, enum stay *stay);
int config_parse_verify(const char *text, double *part);
int config_parse_bind(const char *text, enum bind *bind);

/* The CPUs that this process may use, by its affinity; and how many of them its control group
 * grants, UINT64_MAX if it does not say. That takes some files to find out, once in the life of the
 * process: config_cpus does not, and returns more than are granted until it is known. */
unsigned config_cpus(const struct config *config);
uint64_t config_quota(void);

/* CPUs that a cpu.max file ("max 100000", "150000 100000") grants, rounded up; 0: no limit. */
unsigned config_parse_quota(const char *text);

#endif
