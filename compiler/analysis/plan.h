/*
 * What an accepted loop has to do at run time, independent of how it is lowered: which memory each
 * chunk has written, which values are folded, and in which order results are merged.
 */
#ifndef PPCC_PLAN_H
#define PPCC_PLAN_H

#include "trace.h"

/* Memory that iterations write and that is of use after the loop. */
struct put;

struct output {
    const struct object *object;
    const struct put *range; /* the only put, where everything lies in its run; else NULL */
    bool is_own;             /* iterations overwrite parts of their own, whatever was there */
    bool in_place;           /* so that workers may write to the same memory as the parent; range is
                                all of it */
    const char *base;        /* C: a pointer to the object's start */
    const char *rows;        /* C: the rows that it is made of, instead; NULL: none */
    const char *pitch;       /*  and the variable for their pitch */
    const char *low, *high;  /* C: byte offsets between which everything lies; NULL: not known */
    const char *name;        /* for comments and messages */
};

enum put_when {
    PUT_EACH_ITERATION, /* for each iteration of the chunk, with the counter's value */
    PUT_EACH_CHUNK,     /* one run of bytes for the whole chunk */
    PUT_LAST_CHUNK,     /* every iteration writes the same bytes: the last one's count */
};

/* A loop around a put, over a counter of a loop inside. */
struct put_loop {
    const struct inner_loop *loop;
    const char *counter;              /* ppar_k1, ... */
    const struct poly *start, *bound; /* exclusive */
    int64_t step;
};

/* A condition around a put, inside of its loops. */
struct put_condition {
    const struct poly *left, *right;
    enum op op;
};

/*
 * LENGTH bytes at OFFSET of an output are written. For PUT_EACH_CHUNK, OFFSET is that of one
 * iteration, LENGTH one iteration's, and consecutive iterations are adjacent: towards higher
 * addresses, or lower ones when DESCENDS.
 */
struct put {
    const struct access *access; /* the write, one of them where puts were joined */
    size_t output;
    enum put_when when;
    bool is_maybe; /* some of the bytes may not have been written */
    LIST_OF(const struct context *)
    dropped;        /* of the access's context: they are not repeated, so
                       that other iterations' bytes may be among them */
    bool is_string; /* the string that starts there, with its end */
    bool descends;
    const struct poly *offset, *length;
    LIST_OF(struct put_loop) loops; /* outermost first */
    LIST_OF(struct put_condition) conditions;
};

enum fold_mode {
    FOLD_CHUNK,       /* one part for each chunk */
    FOLD_REPLAY,      /* one part for each iteration, which gives the serial bits */
    FOLD_REASSOCIATE, /* one part for each block, also when the loop runs serially */
};

/* A reduction. */
struct fold {
    const struct object *object;
    const char *base; /* C: a pointer to the first element */
    const char *name;
    struct type *type;    /* of an element */
    int64_t count;        /* elements; 1 with: */
    const char *elements; /* C: their number where it is known at run time only; else NULL */
    enum reduction op;
    bool takes_equal; /* a maximum or minimum takes equal values too */
    bool by_function; /* fmax, fmin */
    enum fold_mode mode;
};

/* A part of the memory that a choice of the best changes. */
struct best_place {
    const char *base; /* C: its address */
    int64_t size;
};

/* A statement in the text. */
struct statement_span {
    unsigned start, end; /* behind its ';' */
    bool needs_braces;   /* it is not a statement of a block */
};

/* The branch of an if statement in the text, without its braces. */
struct branch_span {
    unsigned start, end;
    bool needs_braces; /* it has none */
};

/* The best of something, and what goes with it. The places are the one that holds the value that is
 * compared, and then the others. */
struct best_fold {
    const struct stmt *stmt;
    enum reduction op;              /* REDUCTION_MIN or REDUCTION_MAX */
    bool takes_equal;               /* of equal values the last one is chosen */
    const struct best_start *start; /* the first one is chosen in any case; NULL: it is not */
    size_t start_place;             /* which of the places start is about */
    unsigned depth;                 /* of the loop, for a name */
    struct branch_span branch;      /* with either: where the branch can note that it was taken */
    struct type *type;              /* of the value, */
    int64_t at; /* which lies so many bytes behind the start of the first place */
    LIST_OF(struct best_place) places;
};

/* A statement that calls a function of the user's to fold: in a worker it notes the part, and the
 * parent makes the call. */
struct replay {
    const struct fold_call *call;
    const char *base;         /* C: a pointer to where the accumulators lie, */
    int64_t length;           /* in so many bytes */
    const char *place, *part; /* C: pointers to the accumulator and, if not call->part_by_address
                                 the value instead, to the part */
    struct statement_span span;
};

/* A write that notes its place when it has happened, or just before. Of a return statement out of
 * the loop, START and END are those of the whole. */
struct recorded {
    const struct expr *write;
    size_t output;
    const char *place;   /* C: what it assigns to */
    bool is_within;      /* before, as a part of the expression; else behind the statement */
    unsigned start, end; /* offsets of the expression; or of the statement and behind its ';', */
    bool needs_braces;   /*  which is not a statement of a block */
};

/* What is appended to an output. */
struct append_array;

struct appended {
    size_t output;
    const struct append_array *array;
};

/* A member of structures in an output that owns memory. They begin AT bytes behind the output's
 * base and, unless STRIDE is 0, at all multiples of that from there. */
struct description;
struct owner;

struct deep_member {
    size_t output;
    int64_t stride, at;
    const struct description *description;
    const struct owner *owner;
};

/* Of enum ppar_view_kind. */
enum view_kind { VIEW_VALUE, VIEW_FIXED, VIEW_READ, VIEW_WRITE, VIEW_UPDATE, VIEW_SCRATCH };

#define NO_OUTPUT ((size_t)-1)

/* Something that the body reads or writes (views.h). */
struct view {
    enum view_kind kind;
    const char *text;       /* C: the value; or, where there are ends, the memory's address */
    bool is_pointer;        /* a value */
    const char *type;       /* C: its type; NULL: that of the text */
    const char *low, *high; /* C: byte offsets between which everything lies; NULL: a value */
    bool is_loose;          /* not all of that need be there */
    size_t output;          /* which output this is, or NO_OUTPUT */
};

/* What the loop reads that was there before it, for the key of its log (inputs.h). */
enum input_kind {
    INPUT_VALUE,
    INPUT_MEMORY,
    INPUT_TEXT, /* memory, up to the end of a string in it */
    INPUT_ROWS,
    INPUT_ENVIRONMENT,
    INPUT_KEY, /* of the streams of random numbers */
};

struct inherited {
    enum input_kind kind;
    const char *text;           /* C: the value, the memory's address, the rows */
    const struct type *type;    /* of a value */
    const struct type *element; /* of memory of which not all bytes count; NULL: all do */
    const char *low, *high;     /* C: byte offsets between which the memory lies */
};

struct plan {
    bool is_ordered; /* later chunks overwrite what earlier ones wrote or, from before the loop,
                        read */
    bool is_light;   /* an iteration never takes long */
    bool is_uniform; /* one takes as long as any other */
    bool grows;      /* as one may take far longer than others, they are claimed while it runs */
    LIST_OF(struct output) outputs;
    LIST_OF(struct put) puts;
    LIST_OF(struct recorded) recorded;
    LIST_OF(struct deep_member) deep;
    LIST_OF(struct appended) appended; /* by the counters of loop->appends */
    LIST_OF(struct fold) folds;
    LIST_OF(struct best_fold) bests;
    LIST_OF(struct replay) replays;
    LIST_OF(const struct object *)
    dead; /* variables with static storage whose value is of no
             use after the loop, */
    LIST_OF(const struct object *)
    promised;               /*  and other ones, as a clause says, while the
                               function goes on to read them */
    bool chooses_elsewhere; /* a choice of the best changes more than variables of the function */
    LIST_OF(struct var *) registers; /* variables whose 'register' has to go */
    LIST_OF(struct view) views;      /* all that the body reads and writes; empty: not known */
    LIST_OF(const char *) view_conditions; /* C: under which their ends are right */
    bool is_logged; /* what iterations compute can be kept in a log; then these are */
    LIST_OF(struct inherited) inputs;       /*  all that it depends on, */
    LIST_OF(const char *) input_conditions; /*  C: if these hold; and */
    const struct expr *asks_world; /*  this call asks for more, a file perhaps; NULL: none does */
    const char *asks_by;           /*   the function that it calls */
};

struct dependences;

/* C: how many bytes a variable has. */
const char *object_size(struct arena *arena, const struct object *object);

/* Stages roles and types: gives every variable its role, and fills loop->plan; adds a reason where
 * a result cannot be brought home. */
void make_plan(struct loop *loop, const struct dependences *dependences);

#endif
