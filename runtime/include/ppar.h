/*
 * libppar: loops run by forked worker processes, with the results of the serial loop.
 *
 * The first part is for programs; the second is what the code that ppcc generates calls; the third
 * makes random numbers, for both.
 * The header includes nothing but <stddef.h>, so that it can stand before everything else in a file
 * without deciding any feature-test macro.
 */
#ifndef PPAR_H
#define PPAR_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PPAR_INLINE static __inline__ __attribute__((__unused__))

/* ---- for programs ------------------------------------------------------------------------- */

/* In an array that a status clause names, an iteration that took too long. */
#define PPAR_TIMED_OUT (-1)

/* `PPAR_FOR(clauses)` before a loop is `#pragma ppar for clauses`, in a form that may come out of a
 * macro and that other compilers do not warn of. It needs C99. */
#define PPAR_FOR(...)

#ifdef _PPAR

/* The number of this worker, from 0; 0 too in the parent and when a loop runs serially. */
int ppar_worker(void);

/* The number of the iteration that runs of the innermost loop that ppcc handles, from 0, in
 * whatever process; in the expression of an 'after' clause, of the one that it is evaluated for. 0
 * outside of loops. There is none without ppcc, for other compilers know of no iterations. */
static __inline__ unsigned long long ppar_iteration(void);

#else

/* Without ppcc the program is serial. */
static __inline__ int ppar_worker(void)
{
    return 0;
}

#endif

/*
 * Random numbers. Each iteration of a loop that ppcc handles has a stream of its own, which the
 * seed, the execution of the loop and the number of the iteration determine: so the numbers are the
 * same at any number of workers, and serially. What is drawn outside of loops comes from one more
 * stream for each thread. The seed is that of the loop's seed clause, or PPAR_SEED, or 0.
 */
static __inline__ double ppar_random(void);                 /* 0 <= x < 1, of 53 bits */
static __inline__ unsigned long long ppar_random_u64(void); /* 64 bits */
static __inline__ double ppar_random_normal(void); /* mean 0, standard deviation 1; needs -lm */

/* 0 <= k < n, each as likely as the others; 0 if n is 0. For machines of 64 bits. */
#ifdef __SIZEOF_INT128__
static __inline__ unsigned long long ppar_random_below(unsigned long long n);
#endif

/*
 * From here on the numbers are those that iteration ITERATION draws of the LOOP-th loop with random
 * numbers that the program executes, counted from 1, where no seed clause says otherwise. At the
 * head of a body it makes the numbers those of any other compiler's program, too. ppcc ends it with
 * the iteration; elsewhere it lasts until the next call.
 */
static __inline__ void ppar_random_at(unsigned long long loop, unsigned long long iteration);

/* ---- for generated code ------------------------------------------------------------------- */

#ifdef _PPAR

#define PPAR_ABI 8

enum ppar_schedule { PPAR_AUTO, PPAR_STATIC, PPAR_DYNAMIC, PPAR_GUIDED };

enum ppar_flags {
    PPAR_ORDERED = 1,  /* chunks have to be merged in iteration order: later ones overwrite what
                          earlier ones write, or what those read from before the loop */
    PPAR_LIVE = 2,     /* stdout of the body is not captured */
    PPAR_WIDE = 4,     /* the body writes wide characters to stdout (putwchar, wprintf) */
    PPAR_LIGHT = 8,    /* an iteration is over in a tenth of a millisecond */
    PPAR_UNIFORM = 16, /* all iterations do the same work */
    PPAR_FINISHES =
        32,            /* results are put in their places behind the last ppar_chunk: ppar_finish */
    PPAR_LEAVES = 64,  /* an iteration may end the loop: ppar_leave */
    PPAR_SILENT = 128, /* the body neither prints to stdout nor ends the program */
    PPAR_GROWS = 256,  /* an iteration may take far longer than those beside it: ppar_grow */
};

/* How an iteration has ended the loop. */
enum ppar_way { PPAR_TO_THE_END, PPAR_BY_BREAK, PPAR_BY_RETURN };

/* What becomes of a loop when an iteration fails: it kills each worker that runs it, or takes too
 * long. */
enum ppar_policy {
    PPAR_STOP,   /* the program ends as the serial one would */
    PPAR_SKIP,   /* what the iteration would have written is as it was before the loop */
    PPAR_SERIAL, /* the parent runs the iteration when its turn comes */
};

/* When the parent evaluates the expression of an 'after' clause. */
enum ppar_after {
    PPAR_NEVER,        /* there is none */
    PPAR_IN_ORDER,     /* when the results of the iteration, and of all before it, are merged */
    PPAR_ONE_BY_ONE,   /* the same, and no others are: chunks are of one iteration */
    PPAR_AS_THEY_COME, /* when those of the iteration are merged; where results have to be merged in
                          iteration order, in that order */
};

#define PPAR_INSIDE 7 /* loops inside that may be part of the iteration space */

/* A loop inside whose iterations are part of the iteration space. */
struct ppar_level {
    const char *counter;   /* for messages; its value in iteration k of this loop is */
    long long start, step; /*  start + step * k, modulo 2^64 */
    unsigned long long trips;
};

/* What a loop reads and writes, for workers that were forked before it began. */
enum ppar_view_kind {
    PPAR_VALUE,   /* a copy of a variable: where ppar_takes holds, it is taken back from there */
    PPAR_FIXED,   /* a copy of a value that a worker cannot be given */
    PPAR_READ,    /* memory that no iteration writes */
    PPAR_WRITE,   /* that each iteration writes in a place of its own, and none reads before */
    PPAR_UPDATE,  /* the same, but it is read before */
    PPAR_SCRATCH, /* that each iteration fills before it reads it, and nobody reads afterwards */
};

/* All of it lies between LOW and HIGH bytes behind BASE. */
struct ppar_view {
    void *base;
    long long low, high; /* high < low: not known */
    int kind;            /* enum ppar_view_kind */
    int output;          /* the number of this output, whose base it is; -1: it is none */
    int is_loose;        /* there may be other things between, or no memory */
};

/* A variable with static storage whose value is of no use after the loop. */
struct ppar_dead {
    const char *name;
    const volatile void *address; /* NULL: it cannot be named where the loop is, */
    unsigned long long size;
};

/*
 * One execution of one loop, on the stack of the function that holds the loop:
 *
 *     struct ppar_loop ppar;
 *     ppar_begin(&ppar, PPAR_ABI, "sweep.c", 12, "i", 0);
 *     ppar_range(&ppar, 0, 1, n);
 *     ppar_output(&ppar, result, 0, 8 * n);
 *     while (ppar_chunk(&ppar)) {
 *         const int first = (int)ppar_first(&ppar), last = (int)ppar_last(&ppar);
 *         for (int i = first; i < last; i++)
 *             result[i] = simulate(p1[i], p2[i]);
 *         ppar_put(&ppar, 0, 8 * first, 8 * (last - first));
 *         ppar_commit(&ppar);
 *     }
 *
 * Iterations are numbered from 0, whatever the counter's values are. With loops inside that are
 * part of the iteration space (collapse), the numbers go through the space in the order of the
 * serial program, and ppar_index says which iteration of each loop one of them is. Generated code
 * stands behind the program's own macros, which may be called first or line, so it never names a
 * member: the functions below do.
 */
struct ppar_loop {
    int abi;          /* PPAR_ABI */
    const char *file; /* place of the loop, for messages */
    int line;
    const char *counter;   /* the counter's name; its value in iteration k is start + step * k, */
    long long start, step; /*  modulo 2^64; for messages */
    const char *label;     /* name("label"), or NULL */
    const char *progress;  /* how far it is is shown with this label ("": none); or NULL */
    unsigned long long trips;             /* of the whole iteration space */
    unsigned long long outer_trips;       /* of the outermost loop alone */
    int inside;                           /* loops inside */
    struct ppar_level level[PPAR_INSIDE]; /* the first of them, from the outside in */
    int flags;                            /* of enum ppar_flags */
    int schedule;                         /* enum ppar_schedule */
    unsigned long long chunk; /* iterations a chunk, as the schedule clause says; 0: by itself */
    int workers_given;        /* a workers clause says: */
    long long workers;  /*  that many; less than 1 is an error of the user's, and the default */
    int goes_round;     /* a counter does: ppar_trips_or_round */
    const char *serial; /* NULL, or why the loop has to run serially: "if(...) is false", ... */

    int on_failure;         /* enum ppar_policy */
    long long retries;      /* how often an iteration that has failed is tried again; below 0: 0 */
    double seconds;         /* that an iteration may take, or 0: any time, */
    double medians;         /* or so many times the median iteration, or 0 */
    int *status;            /* of STATUS_COUNT iterations, or NULL: 0, or how it has failed: */
    long long status_count; /*  as waitpid tells the end of its worker, or PPAR_TIMED_OUT */

    const char *checkpoint; /* checkpoint("file"), or NULL */

    unsigned long long first, last; /* the chunk to run: iterations first <= k < last */
    __UINT64_TYPE__ grows_to;       /*  it may become longer, up to this one, */
    __UINT64_TYPE__ grows_by;       /*  by so many at once, which are claimed */
    __UINT64_TYPE__ *next;          /*  where the first one stands that nobody has begun; */
    __UINT64_TYPE__ *in_hand;       /*  and the chunk's end is noted here, too */
    int sends;                      /* it is a worker's, whose results are to be sent */
    int takes;                      /* it is one's that has stayed: variables are to be taken */
    int after;                      /* of enum ppar_after; */
    int is_after;                   /*  it is now, in the parent, for the iterations of the chunk */
    int steps;                      /* the end of an iteration matters: ppar_end_step */
    char *parts;                    /* where the next iteration's parts go, or NULL: PPAR_KEEP */
    const struct ppar_view *views;  /* what the body reads and writes, or NULL: */
    int view_count;                 /*  it is not known */
    const struct ppar_dead *dead;   /* what a check of the run leaves out, */
    int dead_count;                 /*  so much of it */
    int left;                       /* enum ppar_way: */
    unsigned long long left_at;     /*  in this iteration, if it is over before its end */
    struct ppar_run *run;
};

/* Before everything else. FLAGS: of enum ppar_flags. */
PPAR_INLINE void ppar_begin(struct ppar_loop *loop, int abi, const char *file, int line,
                            const char *counter, int flags)
{
    static const struct ppar_loop nothing;
    *loop = nothing;
    loop->abi = abi;
    loop->file = file;
    loop->line = line;
    loop->counter = counter;
    loop->flags = flags;
}

/* In iteration k the counter is START + STEP * k, modulo 2^64. */
PPAR_INLINE void ppar_range(struct ppar_loop *loop, long long start, long long step,
                            unsigned long long trips)
{
    loop->start = start;
    loop->step = step;
    loop->trips = loop->outer_trips = trips;
}

/* One more loop inside, of TRIPS iterations, becomes part of the iteration space. If that has more
 * than 2^64 iterations, the program ends with a message and status 1. */
void ppar_collapse(struct ppar_loop *loop, const char *counter, long long start, long long step,
                   unsigned long long trips);

/* How many iterations the loop of LEVEL has; 0 is the outermost one. */
PPAR_INLINE unsigned long long ppar_level_trips(const struct ppar_loop *loop, int level)
{
    return level > 0 ? loop->level[level - 1].trips : loop->outer_trips;
}

/* Which iteration of the loop of LEVEL iteration K of the whole space is. */
PPAR_INLINE unsigned long long ppar_index(const struct ppar_loop *loop, int level,
                                          unsigned long long k)
{
    int inner;
    for (inner = loop->inside; inner > level; inner--)
        k /= ppar_level_trips(loop, inner);
    return level > 0 ? k % ppar_level_trips(loop, level) : k;
}

/* Whether the serial program comes to the loop of LEVEL: the loops around it have iterations. */
PPAR_INLINE int ppar_reaches(const struct ppar_loop *loop, int level)
{
    while (level > 0)
        if (ppar_level_trips(loop, --level) == 0)
            return 0;
    return 1;
}

/* What the clauses say. A chunk below 1 means that none is given. */
PPAR_INLINE void ppar_set_workers(struct ppar_loop *loop, long long workers)
{
    loop->workers_given = 1;
    loop->workers = workers;
}

PPAR_INLINE void ppar_set_schedule(struct ppar_loop *loop, enum ppar_schedule schedule,
                                   long long chunk)
{
    loop->schedule = schedule;
    loop->chunk = chunk < 1 ? 0 : (unsigned long long)chunk;
}

PPAR_INLINE void ppar_set_label(struct ppar_loop *loop, const char *label)
{
    loop->label = label;
}

PPAR_INLINE void ppar_set_checkpoint(struct ppar_loop *loop, const char *file)
{
    loop->checkpoint = file;
}

PPAR_INLINE void ppar_set_progress(struct ppar_loop *loop, const char *label)
{
    loop->progress = label;
}

PPAR_INLINE void ppar_set_on_failure(struct ppar_loop *loop, enum ppar_policy policy)
{
    loop->on_failure = policy;
}

PPAR_INLINE void ppar_set_retries(struct ppar_loop *loop, long long retries)
{
    loop->retries = retries;
}

PPAR_INLINE void ppar_set_timeout(struct ppar_loop *loop, double seconds)
{
    loop->seconds = seconds;
}

PPAR_INLINE void ppar_set_timeout_medians(struct ppar_loop *loop, double medians)
{
    loop->medians = medians;
}

PPAR_INLINE void ppar_set_after(struct ppar_loop *loop, enum ppar_after after)
{
    loop->after = after;
}

/* FIRST is that of iteration 0. */
PPAR_INLINE void ppar_set_status(struct ppar_loop *loop, int *first, long long count)
{
    loop->status = first;
    loop->status_count = count;
}

PPAR_INLINE void ppar_set_dead(struct ppar_loop *loop, const struct ppar_dead *dead, int count)
{
    loop->dead = dead;
    loop->dead_count = count;
}

/* The loop has to run serially, and why; NULL: it has not. */
PPAR_INLINE void ppar_set_serial(struct ppar_loop *loop, const char *why)
{
    loop->serial = why;
}

PPAR_INLINE int ppar_is_serial(const struct ppar_loop *loop)
{
    return loop->goes_round || loop->serial != NULL;
}

/* Unless CONDITION holds, the loop runs serially. Not looked at when it does so anyhow: a condition
 * may rely on those before it. */
#define PPAR_GUARD(loop, condition, why)                                                           \
    do {                                                                                           \
        if (!ppar_is_serial(loop) && !(condition))                                                 \
            ppar_set_serial(loop, why);                                                            \
    } while (0)

/* Where addresses and their distances do not overflow. */
__extension__ typedef __int128 ppar_wide;

/* Numbers that can count things in memory. Products of two or three fit into ppar_wide. */
PPAR_INLINE int ppar_is_small(ppar_wide value)
{
    return value > -((ppar_wide)1 << 40) && value < (ppar_wide)1 << 40;
}

/* VALUE if it is small, else something else that is. */
PPAR_INLINE ppar_wide ppar_small(ppar_wide value)
{
    return ppar_is_small(value) ? value : 0;
}

PPAR_INLINE ppar_wide ppar_least(ppar_wide a, ppar_wide b)
{
    return a < b ? a : b;
}

PPAR_INLINE ppar_wide ppar_greatest(ppar_wide a, ppar_wide b)
{
    return a > b ? a : b;
}

/* Whether the bytes from A + A_LOW to before A + A_HIGH are none of those from B + B_LOW to before
 * B + B_HIGH. */
PPAR_INLINE int ppar_apart(const volatile void *a, ppar_wide a_low, ppar_wide a_high,
                           const volatile void *b, ppar_wide b_low, ppar_wide b_high)
{
    const ppar_wide from_a_to_b = (ppar_wide)(size_t)b - (ppar_wide)(size_t)a;
    return a_high <= from_a_to_b + b_low || from_a_to_b + b_high <= a_low;
}

/* Types of numbers in memory. */
enum ppar_number {
    PPAR_INT8,
    PPAR_INT16,
    PPAR_INT32,
    PPAR_INT64,
    PPAR_UINT8,
    PPAR_UINT16,
    PPAR_UINT32,
    PPAR_UINT64,
};

/* One number for each iteration: that of iteration k lies STRIDE * k bytes behind FIRST. */
struct ppar_column {
    const volatile char *first;
    long long stride;
};

/* The numbers from OFFSET bytes behind BASE on. */
PPAR_INLINE struct ppar_column ppar_column(const volatile void *base, long long offset,
                                           long long stride)
{
    struct ppar_column column;
    column.first = (const volatile char *)base + offset;
    column.stride = stride;
    return column;
}

/* Whether the numbers in all of the COLUMNS (struct ppar_column follow), of COUNT iterations each,
 * differ from each other. In time that grows as COUNT does. 0, too, when there is not enough memory
 * to find out. */
int ppar_distinct(unsigned long long count, enum ppar_number type, int columns, ...);

/* Whether the ranges [low, high) of COUNT iterations follow each other: no high is below its low,
 * and no low below the high before it. The same for columns that are both read backwards. */
int ppar_ascending(unsigned long long count, enum ppar_number type, struct ppar_column lows,
                   struct ppar_column highs);

/*
 * Memory behind a table of pointers: row k, FIRST <= k < END, begins where the pointer points that
 * lies STRIDE * k bytes behind TABLE, and of it the bytes from LOW to before HIGH count. Pointers
 * that are null, or lie where there is no memory, have no row. STRIDE 0: one row, which begins at
 * TABLE itself. END < FIRST: the numbers are too large.
 */
struct ppar_rows {
    const volatile char *table;
    long long stride, first, end, low, high;
};

/* Whether distances in rows, and numbers of rows, can be told by these. */
PPAR_INLINE struct ppar_rows ppar_checked_rows(const volatile char *table, long long stride,
                                               ppar_wide first, ppar_wide end, ppar_wide low,
                                               ppar_wide high)
{
    struct ppar_rows rows = {table, stride, 0, -1, 0, 0};
    if (ppar_is_small(first) && ppar_is_small(end) && ppar_is_small(low) && ppar_is_small(high)) {
        rows.first = (long long)first;
        rows.end = (long long)(end > first && high > low ? end : first);
        rows.low = (long long)low;
        rows.high = (long long)ppar_greatest(low, high);
    }
    return rows;
}

/* The table begins OFFSET bytes behind BASE. */
PPAR_INLINE struct ppar_rows ppar_rows(const volatile void *base, long long offset,
                                       long long stride, ppar_wide first, ppar_wide end,
                                       ppar_wide low, ppar_wide high)
{
    return ppar_checked_rows((const volatile char *)base + offset, stride, first, end, low, high);
}

/* The bytes from BASE + LOW to before BASE + HIGH as one row. */
PPAR_INLINE struct ppar_rows ppar_one_row(const volatile void *base, ppar_wide low, ppar_wide high)
{
    return ppar_checked_rows((const volatile char *)base, 0, 0, 1, low, high);
}

/* Whether no two rows have a byte in common. In time that grows as the number of rows n does when
 * the rows ascend or descend in memory, else as n log n. 0, too, when there is not enough memory to
 * find out. */
int ppar_rows_differ(struct ppar_rows rows);

/* Whether no row of A has a byte in common with one of B. */
int ppar_rows_apart(struct ppar_rows a, struct ppar_rows b);

/* The chunk: iterations first <= k < last. */
PPAR_INLINE unsigned long long ppar_first(const struct ppar_loop *loop)
{
    return loop->first;
}

PPAR_INLINE unsigned long long ppar_last(const struct ppar_loop *loop)
{
    return loop->last;
}

PPAR_INLINE unsigned long long ppar_count(const struct ppar_loop *loop)
{
    return loop->last - loop->first;
}

PPAR_INLINE unsigned long long ppar_total(const struct ppar_loop *loop)
{
    return loop->trips;
}

/*
 * At the end of the chunk: whether it goes on behind ppar_last, which is moved. Iterations that
 * others may have are claimed one by one while the chunk runs, so that none has to wait for one
 * that takes long. runtime/claim.c
 */
PPAR_INLINE int ppar_grow(struct ppar_loop *loop)
{
    __UINT64_TYPE__ first = loop->last;
    const __UINT64_TYPE__ last = first + loop->grows_by;
    if (first >= loop->grows_to || loop->grows_to - first < loop->grows_by ||
        !__atomic_compare_exchange_n(loop->next, &first, last, 0, __ATOMIC_ACQ_REL,
                                     __ATOMIC_ACQUIRE))
        return 0;
    __atomic_store_n(loop->in_hand, last, __ATOMIC_RELAXED);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    loop->last = last;
    return 1;
}

/* Whether the chunk holds the last iteration. */
PPAR_INLINE int ppar_is_last(const struct ppar_loop *loop)
{
    return loop->left != PPAR_TO_THE_END || loop->last == loop->trips;
}

/*
 * Bytes [base + low, base + high) are written by the loop; records may carry any part of them. Call
 * once for each output before the first ppar_chunk; outputs are numbered from 0 in order of the
 * calls. high <= low: nothing is written. Sections of two outputs may overlap.
 */
void ppar_output(struct ppar_loop *loop, void *base, long long low, long long high);

/*
 * The same for rows, which must not overlap (ppar_rows_differ) and whose table the loop does not
 * change. Returns the PITCH: byte b of row k has the offset PITCH * k + b in this output. A stretch
 * of bytes lies in one row.
 */
long long ppar_output_rows(struct ppar_loop *loop, struct ppar_rows rows);

/*
 * The bytes from LOW to before HIGH of OUTPUT, which is registered already, are written by the
 * loop, all of them: each iteration overwrites a part of its own, of the same size, without having
 * read it, towards higher addresses, or lower ones if DESCENDS. Workers may write them to memory
 * that they share with the parent. The body does not end the program.
 */
void ppar_in_place(struct ppar_loop *loop, int output, long long low, long long high, int descends);

/* OUTPUT, which is registered already, holds strings, and what lies behind the end of one means
 * nothing. */
void ppar_text(struct ppar_loop *loop, int output);

/* Ends of an output's range that the compiler cannot tell. */
#define PPAR_LOWEST  (-9223372036854775807ll / 2)
#define PPAR_HIGHEST (9223372036854775807ll / 2)

/* Folds PART into ACC; both have the size that was registered. Called in the parent. */
typedef void ppar_combine(void *acc, const void *part);

/* How many bytes the heap block that begins at BLOCK has; 0 for a null pointer. */
long long ppar_block_size(void *block);

enum ppar_fold {
    PPAR_PER_CHUNK,
    PPAR_PER_ITERATION,
    PPAR_PER_BLOCK, /* the iterations are cut into blocks, which do not depend on the number of
                       workers, also when the loop runs serially: so neither does the result */
};

/*
 * A reduction into the SIZE bytes at ACC. In a worker, ACC is set to IDENTITY before each chunk and
 * its value is sent by ppar_commit; or it is set before each iteration and sent by ppar_step. The
 * parent folds the parts into its own ACC with COMBINE in iteration order. With IDENTITY NULL each
 * part starts from the value that ACC had before the loop. IDENTITY is copied at once. In a loop
 * that runs serially, nothing is set and nothing is combined, unless FOLD says that there are
 * blocks: then ppar_chunk hands out one after the other.
 */
void ppar_reduction(struct ppar_loop *loop, void *acc, size_t size, const void *identity,
                    ppar_combine *combine, enum ppar_fold fold);

/* The same for COUNT accumulators of SIZE bytes each, one behind the other: IDENTITY and COMBINE
 * are those of one. */
void ppar_elements(struct ppar_loop *loop, void *acc, size_t size, long long count,
                   const void *identity, ppar_combine *combine, enum ppar_fold fold);

/*
 * Folds that are repeated call by call, numbered from 0 in order of the calls. COMBINE folds PART
 * bytes into an accumulator of TARGET bytes, which lies anywhere in the LENGTH bytes at BASE. In a
 * worker, where ppar_notes holds, the body calls ppar_note in place of folding; the parent calls
 * COMBINE for each note, in iteration order. A loop that runs serially folds by itself.
 */
void ppar_replay(struct ppar_loop *loop, void *base, size_t length, size_t target, size_t part,
                 ppar_combine *combine);
int ppar_notes(const struct ppar_loop *loop);
void ppar_note(struct ppar_loop *loop, int replay, const volatile void *place, const void *part);

/*
 * A counter of elements that the loop appends to arrays: the number of the next free one. Each
 * chunk starts from the value that it had before the loop; the parent moves what a chunk has
 * appended behind what is there already, and adds how far the chunk has come. Counters are numbered
 * from 0 in order of the calls.
 */
void ppar_counter(struct ppar_loop *loop, void *counter, enum ppar_number type);

/* OUTPUT, which is registered already, is such an array: its element k begins STRIDE * k bytes
 * behind its base. */
void ppar_append(struct ppar_loop *loop, int output, int counter, long long stride);

/* The same for a counter that is a pointer, of PPAR_UINT64: to where the next element goes, and
 * before the loop to the output's base. */
void ppar_append_at(struct ppar_loop *loop, int output, int counter, long long stride);

/*
 * Results that own memory. A packer tells which members of a structure at FROM point to blocks of
 * malloc, by calling one of ppar_pack_... for each; the unpacker makes the same calls in the same
 * order, and stores what they return in the structure at TO, whose other members are there already.
 */
struct ppar_packer;
struct ppar_unpacker;
typedef void ppar_pack(struct ppar_packer *packer, const void *from);
typedef void ppar_unpack(struct ppar_unpacker *unpacker, void *to);

/* BLOCK is NULL or has COUNT elements of SIZE bytes; EACH packs what one points to, or is NULL.
 * Returns how many elements there are: 0 when BLOCK is NULL, or has less than it should. */
long long ppar_pack_block(struct ppar_packer *packer, const void *block, long long count,
                          size_t size, ppar_pack *each);
void *ppar_unpack_block(struct ppar_unpacker *unpacker, size_t size, ppar_unpack *each);

/* How many elements the block has that has just been unpacked; 0 for a null pointer. */
long long ppar_unpack_count(const struct ppar_unpacker *unpacker);

/* The block of one structure of at least LEAST bytes, whose last member may have any length. It is
 * packed as a block of one element. */
void *ppar_unpack_object(struct ppar_unpacker *unpacker, size_t least, ppar_unpack *each);

/* A string in a block of its own, or NULL. */
void ppar_pack_string(struct ppar_packer *packer, const char *string);
char *ppar_unpack_string(struct ppar_unpacker *unpacker);

/* A member that holds such pointers: its SIZE bytes at OFFSET of the structure. */
struct ppar_member {
    size_t offset, size;
    ppar_pack *pack;
    ppar_unpack *unpack;
};

/*
 * In OUTPUT, which is registered already, there is such a structure AT bytes behind the base and,
 * unless STRIDE is 0, at every STRIDE bytes before and behind that. Wherever a ppar_put has all of
 * MEMBER in it, what it points to is sent, and the parent's member points to memory of malloc.
 */
void ppar_output_deep(struct ppar_loop *loop, int output, long long stride, long long at,
                      const struct ppar_member *member);

/*
 * The next chunk, in loop->first and loop->last, or 0. Parent and workers come out of the first
 * call: the parent with 0, after everything is merged; each worker with its first chunk. A worker
 * that finds no chunk left ends inside the call. When the loop runs serially, the parent gets the
 * whole range, once or in pieces. 0 trips: 0 at once.
 */
int ppar_chunk(struct ppar_loop *loop);

/* Whether the chunk's iterations have been run by workers, and the expression of the 'after' clause
 * is to be evaluated for them. Otherwise, where no results are sent, it is evaluated behind each.
 */
PPAR_INLINE int ppar_is_after(const struct ppar_loop *loop)
{
    return loop->is_after;
}

/* Whether the calls that follow, which say what has been written, do anything: in a worker. */
PPAR_INLINE int ppar_sends(const struct ppar_loop *loop)
{
    return loop->sends;
}

/* In a worker: this chunk has written the LENGTH bytes at OFFSET of OUTPUT, all of them. They are
 * read at the next ppar_commit. Elsewhere: nothing. */
void ppar_put(struct ppar_loop *loop, int output, long long offset, long long length);

/* The same for bytes of which some may not have been written, and may not even be accessible: the
 * parent changes only the bytes that differ from its own. */
void ppar_put_maybe(struct ppar_loop *loop, int output, long long offset, long long length);

/* In a worker: the SIZE bytes at PLACE, which belong to OUTPUT, have been written, or are before
 * the next ppar_commit. As ppar_put. */
void ppar_wrote(struct ppar_loop *loop, int output, const volatile void *place, size_t size);

/* In a worker: in each element that this chunk has appended to OUTPUT, the LENGTH bytes OFFSET
 * behind its beginning have been written, all of them. Comes behind the loop. */
void ppar_put_appended(struct ppar_loop *loop, int output, long long offset, long long length);

/* The end of one iteration, where reductions have a part for each. Costs nothing in the parent. */
void ppar_end_step(struct ppar_loop *loop);

PPAR_INLINE void ppar_step(struct ppar_loop *loop)
{
    if (loop->steps)
        ppar_end_step(loop);
}

PPAR_INLINE char *ppar_keep(char *parts, const void *acc, size_t size)
{
    __builtin_memcpy(parts, acc, size);
    return parts + size;
}

PPAR_INLINE char *ppar_parts(const struct ppar_loop *loop)
{
    return loop->parts;
}

PPAR_INLINE void ppar_set_parts(struct ppar_loop *loop, char *parts)
{
    loop->parts = parts;
}

/*
 * The same as ppar_step without a call, where all that is reduced by iterations are numbers: one
 * after the other in the order of their registration, in each iteration. PPAR_KEPT is a variable
 * that starts from ppar_parts and is told by ppar_set_parts when the iterations are done.
 */
#define PPAR_KEEP(acc, identity)                                                                   \
    (__builtin_expect(ppar_kept != 0,                                                              \
                      0) /* a branch, no choice of values, which would take longer */              \
         ? (void)(ppar_kept = ppar_keep(ppar_kept, &(acc), sizeof(acc)), (acc) = (identity))       \
         : (void)0)

/* A view; the ends may be too large for one. */
PPAR_INLINE struct ppar_view ppar_view(enum ppar_view_kind kind, volatile void *base, ppar_wide low,
                                       ppar_wide high, int output, int is_loose)
{
    struct ppar_view view = {0, 0, -1, 0, 0, 0};
    view.base = (void *)base;
    if (ppar_is_small(low) && ppar_is_small(high)) {
        view.low = (long long)low;
        view.high = (long long)high;
    }
    view.kind = kind;
    view.output = output;
    view.is_loose = is_loose;
    return view;
}

/* Whether the chunk begins with taking variables from their copies: in a worker that has stayed. */
PPAR_INLINE int ppar_takes(const struct ppar_loop *loop)
{
    return loop->takes;
}

/*
 * The COUNT views are all that the body reads and writes, apart from its own variables, constants
 * and what is written before it is read: with them, workers may stay and run the next execution of
 * the loop, too. Called before the first ppar_chunk; the views stay where they are until the loop
 * is over. Outputs are those of ppar_output, each with a view. The body calls nothing but
 * mathematical functions, and prints nothing.
 */
PPAR_INLINE void ppar_stay(struct ppar_loop *loop, const struct ppar_view *views, int count)
{
    loop->views = views;
    loop->view_count = count;
}

/*
 * Early end, where there is PPAR_LEAVES. Behind the loop over the chunk, before anything is sent: K
 * is the first iteration that has not come to its step, ppar_last if all have, and RETURNS says
 * that it is left by a return statement. Returns whether iteration K has ended the loop; then it is
 * the chunk's last one, and no iteration behind it counts.
 */
PPAR_INLINE int ppar_leave(struct ppar_loop *loop, unsigned long long k, int returns)
{
    if (k >= loop->last && !returns)
        return 0;
    loop->left = returns ? PPAR_BY_RETURN : PPAR_BY_BREAK;
    loop->left_at = k;
    loop->last = k + 1;
    return 1;
}

/* Behind the loop: the iteration that has ended it, or how many there are; and whether it has done
 * so by a return statement. */
PPAR_INLINE unsigned long long ppar_left_at(const struct ppar_loop *loop)
{
    return loop->left != PPAR_TO_THE_END ? loop->left_at : loop->trips;
}

PPAR_INLINE int ppar_returned(const struct ppar_loop *loop)
{
    return loop->left == PPAR_BY_RETURN;
}

/* The number of the iteration, of each thread. */
extern __thread unsigned long long ppar_number;

static __inline__ unsigned long long ppar_iteration(void)
{
    return ppar_number;
}

PPAR_INLINE void ppar_set_iteration(unsigned long long number)
{
    ppar_number = number;
}
/* A part of the elements of an array. */
struct ppar_piece {
    int offset, size;
    int is_pointer; /* to what is told for itself, or has a fixed place in the program */
};

/* Elements that follow each other at a distance of STRIDE bytes, of which only these parts count.
 */
struct ppar_element {
    int stride, count;
    const struct ppar_piece *pieces;
};

/* Whether a log is kept of what the loop has computed: then its inputs are to be told, all memory
 * from before it that it reads. After the guards, before the first ppar_chunk. */
int ppar_logs(struct ppar_loop *loop);

/* From LOW to before HIGH bytes behind BASE. ELEMENT NULL: all bytes count. */
void ppar_input(struct ppar_loop *loop, const volatile void *base, ppar_wide low, ppar_wide high,
                const struct ppar_element *element);

/* A number's value. */
#define PPAR_INPUT(loop, value)                                                                    \
    do {                                                                                           \
        __typeof__((value) + 0) ppar_v;                                                            \
        __builtin_memset(&ppar_v, 0, sizeof ppar_v);                                               \
        ppar_v = (value);                                                                          \
        ppar_input(loop, &ppar_v, 0, sizeof ppar_v, 0);                                            \
    } while (0)

/* Strings: what lies behind the end of one does not count. */
void ppar_input_text(struct ppar_loop *loop, const volatile void *base, ppar_wide low,
                     ppar_wide high);

/* A pointer's value, for what that is worth in another run. */
void ppar_input_pointer(struct ppar_loop *loop, const volatile void *pointer);

/* There is an input that cannot be told: there is no log. */
void ppar_input_unknown(struct ppar_loop *loop);

/* All of the rows. */
void ppar_input_rows(struct ppar_loop *loop, struct ppar_rows rows);

/* The environment. */
void ppar_input_environment(struct ppar_loop *loop);

/* The end of the chunk: what it has written may be sent. */
void ppar_commit(struct ppar_loop *loop);

/* The end of the loop, where there is PPAR_FINISHES: results are where the program finds them. */
void ppar_finish(const struct ppar_loop *loop);

enum ppar_bound {
    PPAR_EXCLUSIVE, /* < and > */
    PPAR_INCLUSIVE, /* <= and >= */
    PPAR_UNEQUAL,   /* != */
};

/*
 * How many iterations a for statement has. The generated code compares the counter's first value
 * with the bound in the type in which C does it, and passes the outcome (HOLDS: the body runs at
 * least once) and, good only if it holds, the DISTANCE between the two in that type. STEP is what
 * the counter moves towards the bound each time, ROOM how far it can move in its own type. A loop
 * that never ends (the step is 0 or leads away, the counter wraps round before the bound) ends the
 * program with a message and status 1.
 */
unsigned long long ppar_trips(const struct ppar_loop *loop, int holds, unsigned long long distance,
                              long long step, enum ppar_bound bound, unsigned long long room);

/* The same of a counter that C lets wrap round. If it would before it meets its bound, or does not
 * move towards it, 1 is returned, and the loop runs serially: its own condition has to end it. */
unsigned long long ppar_trips_or_round(struct ppar_loop *loop, int holds,
                                       unsigned long long distance, long long step,
                                       enum ppar_bound bound, unsigned long long room);

PPAR_INLINE int ppar_goes_round(const struct ppar_loop *loop)
{
    return loop->goes_round;
}

/* When all trips are told: where one counter goes round, the number of iterations is not known, and
 * 1 stands for it, also in the loops inside, so that the loop is run. */
void ppar_settle(struct ppar_loop *loop);

#endif /* _PPAR */

/* ---- how random numbers are made ---------------------------------------------------------- */

/*
 * A stream is a key and the number of an iteration. Its numbers are Philox4x32-10 of a counter:
 *
 *     key      64 bits: the seed; of a loop, what is made of the seed and the loops around it
 *     counter  64 bits: the block, from 0 on; 64 bits: the iteration
 *     block    128 bits: two numbers, the less significant words first
 *
 * So there is no state that grows, and a stream can begin anywhere at no cost. Blocks are made
 * ahead, two at first, then more each time, for most iterations draw either few numbers or many.
 *
 * All of it is here, so that a program needs no library for it, and that drawing costs no call. The
 * state is one for each thread of the whole program: libppar's, or one that the linker makes of
 * those of all files. It is used by its name: with a pointer to it, the undefined behaviour
 * sanitizer would compare the address with null, which some linkers turn into nonsense.
 */
#define PPAR_AHEAD 32 /* numbers */

struct ppar_stream {
    unsigned long long key, iteration;
    unsigned long long block; /* the next one to be made */
    unsigned long long loops; /* that have begun in it */
    unsigned long long seed;  /* of the program, if knows_seed */
    double normal;            /* the next one, if has_normal */
    unsigned at, end;         /* of the numbers that are made and not drawn */
    unsigned batch;           /* so many are to be made next */
    unsigned char is_ready, is_inside, knows_seed, has_normal;
    unsigned long long number[PPAR_AHEAD] __attribute__((__aligned__(16)));
};

#ifdef _PPAR

extern __thread struct ppar_stream ppar_stream;

/* The program's seed; and the first stream of a thread. */
unsigned long long ppar_random_seed(void);
void ppar_random_start(void);

#else

#define PPAR_SHARED __attribute__((__weak__, __visibility__("default")))
PPAR_SHARED __thread struct ppar_stream ppar_stream;
PPAR_SHARED unsigned long long ppar_random_threads; /* have drawn */

/* Functions of the C library under names that no declaration of theirs can contradict. */
extern char *ppar_getenv(const char *name) __asm__("getenv");
extern int ppar_dprintf(int fd, const char *format, ...) __asm__("dprintf");

PPAR_INLINE unsigned long long ppar_read_seed(void)
{
    const char *text = ppar_getenv("PPAR_SEED"), *at = text;
    unsigned long long seed = 0;
    while (at && *at >= '0' && *at <= '9' && seed <= (~0ull - (unsigned)(*at - '0')) / 10)
        seed = 10 * seed + (unsigned)(*at++ - '0');
    if (!at || !*at)
        return seed;
    ppar_dprintf(
        2,
        "ppar: PPAR_SEED=%.40s makes no sense and is ignored: it wants a whole number from 0 on\n",
        text);
    return 0;
}

PPAR_INLINE unsigned long long ppar_random_seed(void)
{
    if (!ppar_stream.knows_seed)
        ppar_stream.seed = ppar_read_seed();
    ppar_stream.knows_seed = 1;
    return ppar_stream.seed;
}

#endif

/* What is made of a key and a number: for one key, another key for each number. */
PPAR_INLINE unsigned long long ppar_random_key(unsigned long long key, unsigned long long number)
{
    key += 0x9E3779B97F4A7C15ull * (number + 1);
    key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9ull;
    key = (key ^ (key >> 27)) * 0x94D049BB133111EBull;
    return key ^ (key >> 31);
}

PPAR_INLINE void ppar_random_set(unsigned long long key, unsigned long long iteration)
{
    ppar_stream.key = key;
    ppar_stream.iteration = iteration;
    ppar_stream.block = ppar_stream.loops = 0;
    ppar_stream.at = ppar_stream.end = 0;
    ppar_stream.batch = 4;
    ppar_stream.has_normal = 0;
    ppar_stream.is_ready = 1;
}

#ifndef _PPAR

/* The first thread that draws has the seed's own stream. */
PPAR_INLINE void ppar_random_start(void)
{
    unsigned long long seed = ppar_random_seed();
    unsigned long long thread = __atomic_fetch_add(&ppar_random_threads, 1, __ATOMIC_RELAXED);
    ppar_random_set(thread ? ppar_random_key(seed, thread) : seed, 0);
}

#endif

/*
 * Two blocks side by side, LOW and the one behind it, in the halves of vectors: each holds a word
 * in 32 bits, and what is above them does not matter until the end.
 */
typedef unsigned long long ppar_pair __attribute__((__vector_size__(16)));
typedef int ppar_words __attribute__((__vector_size__(16)));

#if defined __SSE2__ && !defined __clang__
#define PPAR_PRODUCT(x, m) /* of their lower halves, as other compilers see by themselves */       \
    ((ppar_pair)__builtin_ia32_pmuludq128((ppar_words)(x), (ppar_words)(m)))
#else
#define PPAR_PRODUCT(x, m) (((x)&low_half) * (m))
#endif

PPAR_INLINE void ppar_philox(unsigned long long key, unsigned long long low,
                             unsigned long long high, unsigned long long number[4])
{
    const ppar_pair low_half = {0xFFFFFFFF, 0xFFFFFFFF}, up = {32, 32};
    const ppar_pair multiplier0 = {0xD2511F53, 0xD2511F53}, multiplier1 = {0xCD9E8D57, 0xCD9E8D57};
    const ppar_pair bump0 = {0x9E3779B9, 0x9E3779B9}, bump1 = {0xBB67AE85, 0xBB67AE85};
    ppar_pair key0 = {key, key}, key1 = key0 >> up;
    ppar_pair word0 = {low, low + 1}, word1 = word0 >> up;
    ppar_pair word2 = {high, high}, word3 = word2 >> up;
    int round;
    for (round = 0; round < 10; round++) {
        const ppar_pair product0 = PPAR_PRODUCT(word0, multiplier0);
        const ppar_pair product1 = PPAR_PRODUCT(word2, multiplier1);
        word0 = (product1 >> up) ^ word1 ^ key0;
        word1 = product1;
        word2 = (product0 >> up) ^ word3 ^ key1;
        word3 = product0;
        key0 += bump0;
        key1 += bump1;
    }
    word0 = (word0 & low_half) | (word1 << up);
    word2 = (word2 & low_half) | (word3 << up);
    number[0] = word0[0];
    number[1] = word2[0];
    number[2] = word0[1];
    number[3] = word2[1];
}

static __attribute__((__noinline__, __unused__)) void ppar_random_fill(void)
{
    unsigned k;
    if (!ppar_stream.is_ready)
        ppar_random_start();
    for (k = 0; k < ppar_stream.batch; k += 4, ppar_stream.block += 2)
        ppar_philox(ppar_stream.key, ppar_stream.block, ppar_stream.iteration,
                    ppar_stream.number + k);
    ppar_stream.at = 0;
    ppar_stream.end = ppar_stream.batch;
    if (ppar_stream.batch < PPAR_AHEAD)
        ppar_stream.batch *= 2;
}

static __inline__ unsigned long long ppar_random_u64(void)
{
    if (__builtin_expect(ppar_stream.at == ppar_stream.end, 0))
        ppar_random_fill();
    return ppar_stream.number[ppar_stream.at++];
}

static __inline__ double ppar_random(void)
{
    return (double)(ppar_random_u64() >> 11) * (1.0 / 9007199254740992.0);
}

#ifdef __SIZEOF_INT128__

/* The upper half of the product of a number and N. Those that would come once too often are left
 * out: their lower half is less than what is left of 2^64 when it is divided by N. */
static __inline__ unsigned long long ppar_random_below(unsigned long long n)
{
    __extension__ typedef unsigned __int128 product;
    product place = (product)ppar_random_u64() * n;
    if ((unsigned long long)place < n) {
        const unsigned long long least = -n % n;
        while ((unsigned long long)place < least)
            place = (product)ppar_random_u64() * n;
    }
    return (unsigned long long)(place >> 64);
}

#endif

/*
 * A point in a disc, by the polar method: its coordinates, stretched, are two numbers. The point is
 * on a grid of odd numbers, so that nothing is rounded before the logarithm, and the numbers are
 * the same wherever that one is.
 */
static __inline__ double ppar_random_normal(void)
{
    unsigned long long square;
    long long x, y;
    double part, stretch;
    if (ppar_stream.has_normal) {
        ppar_stream.has_normal = 0;
        return ppar_stream.normal;
    }
    do {
        const unsigned long long point = ppar_random_u64();
        x = (int)(point >> 32) | 1;
        y = (int)point | 1;
        square = (unsigned long long)(x * x) + (unsigned long long)(y * y);
    } while (square >= 1ull << 62);
    part = (double)square / 4611686018427387904.0;
    stretch = __builtin_sqrt(-2 * __builtin_log(part) / part) / 2147483648.0;
    ppar_stream.normal = (double)y * stretch;
    ppar_stream.has_normal = 1;
    return (double)x * stretch;
}

/* Keys of loops are made of what the seed and 0 make. */
static __inline__ void ppar_random_at(unsigned long long loop, unsigned long long iteration)
{
    ppar_random_set(ppar_random_key(ppar_random_key(ppar_random_seed(), 0), loop), iteration);
}

#ifdef _PPAR

/*
 * A loop whose body draws; generated code:
 *
 *     struct ppar_stream ppar_outer;
 *     unsigned long long ppar_key = ppar_random_begin(&ppar_outer, 0, 0);
 *     while (ppar_chunk(&ppar)) {
 *         unsigned long long ppar_k = ppar_first(&ppar);
 *         ppar_random_iteration(ppar_key, ppar_k);
 *         for (int i = first; i < last; i++, ppar_random_iteration(ppar_key, ++ppar_k))
 *             result[i] = ppar_random();
 *         ppar_commit(&ppar);
 *     }
 *     ppar_random_end(&ppar_outer);
 *
 * The key is made of the iteration around the loop, or the stream outside of all loops, and how
 * many loops have begun in that: never of what depends on who runs an iteration.
 */
PPAR_INLINE unsigned long long ppar_random_begin(struct ppar_stream *outer, int has_seed,
                                                 unsigned long long seed)
{
    unsigned long long around;
    if (!ppar_stream.is_ready)
        ppar_random_start();
    around = ppar_random_key(ppar_stream.key, ppar_stream.iteration);
    if (has_seed)
        around = ppar_random_key(ppar_stream.is_inside ? around + seed : seed, 0);
    ppar_stream.loops++;
    *outer = ppar_stream;
    return ppar_random_key(around, outer->loops);
}

PPAR_INLINE void ppar_random_iteration(unsigned long long key, unsigned long long iteration)
{
    ppar_random_set(key, iteration);
    ppar_stream.is_inside = 1;
}

/* What was there before the loop goes on. */
PPAR_INLINE void ppar_random_end(const struct ppar_stream *outer)
{
    ppar_stream = *outer;
}

#endif /* _PPAR */

#ifdef __cplusplus
}
#endif

#endif
