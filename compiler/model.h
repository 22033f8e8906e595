/*
 * The types that the stages hand to each other, from the pragma to the verdict. The program itself
 * is in ir.h. Everything here lives in the arena of the unit.
 *
 *   scan     -> struct pragma with its text       pragma/scan.h  (frontend/)
 *   parse    -> struct pragma with its clauses    pragma/parse.h
 *   model    -> struct unit, struct loop          frontend/, analysis/
 *   effects, roles, depend, types, verdict -> fields of struct loop
 *   lower    -> struct edit
 */
#ifndef PPCC_MODEL_H
#define PPCC_MODEL_H

#include "diag.h"
#include "ir.h"

/* ---- pragmas and clauses ------------------------------------------------------------------ */

enum pragma_kind {
    PRAGMA_FOR,
    PRAGMA_EFFECTS,
    PRAGMA_PACK,
    PRAGMA_UNKNOWN, /* was reported; takes part in nothing */
};

enum clause_kind {
    CLAUSE_WORKERS,     /* value */
    CLAUSE_SCHEDULE,    /* schedule, value: the chunk or absent */
    CLAUSE_IF,          /* value */
    CLAUSE_COLLAPSE,    /* value */
    CLAUSE_IN,          /* items */
    CLAUSE_OUT,         /* items */
    CLAUSE_INOUT,       /* items */
    CLAUSE_PRIVATE,     /* items */
    CLAUSE_LASTPRIVATE, /* items */
    CLAUSE_REDUCTION,   /* items; reduction, and function for REDUCTION_FUNCTION */
    CLAUSE_APPEND,      /* items: array, count */
    CLAUSE_NOALIAS,     /* items */
    CLAUSE_INDEPENDENT, /* items */
    CLAUSE_AFTER,       /* value; unordered */
    CLAUSE_TIMEOUT,     /* value; is_factor for timeout(10x) */
    CLAUSE_RETRIES,     /* value */
    CLAUSE_ON_FAILURE,  /* word: "stop", "skip" or "serial" */
    CLAUSE_STATUS,      /* items */
    CLAUSE_OUTPUT,      /* word: "ordered" or "live" */
    CLAUSE_PROGRESS,    /* string or NULL */
    CLAUSE_NAME,        /* string */
    CLAUSE_CHECKPOINT,  /* string */
    CLAUSE_SEED,        /* value */
    CLAUSE_KIND_COUNT
};

enum schedule { SCHEDULE_AUTO, SCHEDULE_STATIC, SCHEDULE_DYNAMIC, SCHEDULE_GUIDED };

enum reduction {
    REDUCTION_NONE,
    REDUCTION_ADD,
    REDUCTION_SUB, /* combined with + */
    REDUCTION_MUL,
    REDUCTION_AND,
    REDUCTION_OR,
    REDUCTION_XOR,
    REDUCTION_LOGICAL_AND,
    REDUCTION_LOGICAL_OR,
    REDUCTION_MIN,
    REDUCTION_MAX,
    REDUCTION_FUNCTION,
};

/* C in a clause. The parser keeps where it stands; the frontend finds what it means. */
struct clause_expr {
    struct place place;  /* line 0: absent */
    unsigned start, end; /* offsets in the main file */
    const char *text;    /* the same, without comments and line splices */
    struct expr *expr;   /* in the scope of the loop; NULL when absent or reported as wrong */
};

/* x, or the section base[first : count] */
struct clause_item {
    struct clause_expr base;
    struct clause_expr first, count; /* both absent: the whole of base */
};

struct clause {
    enum clause_kind kind;
    struct place place; /* of the clause's word */
    unsigned end;
    struct clause_expr value;
    enum schedule schedule;
    enum reduction reduction;
    struct clause_expr function;
    bool unordered, is_factor;
    const char *word;
    const char *string; /* without quotes, escapes undone */
    LIST_OF(struct clause_item) items;
};

/* The words of #pragma ppar effects(...), in the order of the table in reader.c. */
enum declared_kind {
    DECLARED_CALLS,   /* items: functions */
    DECLARED_EXITS,   /* may end the program */
    DECLARED_FREES,   /* items: pointers to the start of blocks */
    DECLARED_FRESH,   /* returns a block of its own, or null */
    DECLARED_IN,      /* items: may be read */
    DECLARED_INOUT,   /* items: may be read, and may be written, any part of them */
    DECLARED_OUT,     /* items: is written, all of it and always, and not read before */
    DECLARED_PURE,    /* nothing else */
    DECLARED_RETURNS, /* items: pointers; the result points into the same memory, or is null */
    DECLARED_STATE,   /* items: names of hidden states that are read and changed */
    DECLARED_STDERR,
    DECLARED_STDOUT,
};

/* One word of #pragma ppar effects(...): what the function may do. */
struct declared_effect {
    enum declared_kind kind;
    struct place place; /* of the word */
    unsigned end;
    LIST_OF(struct clause_item) items; /* in the scope of the function's parameters */
};

enum packed_as {
    PACKED_PLAIN,  /* as its type and counts say */
    PACKED_STRING, /* characters up to a null character */
    PACKED_ONE,    /* 'deep': one object */
    PACKED_NOT,    /* 'skip': it is null after the loop */
};

/* A member in #pragma ppar pack(struct tag : ...), as it is written: name[count] as. The text of a
 * count that is not given is empty: as many as the block has room for. */
struct packed_member {
    struct clause_expr name;
    LIST_OF(struct clause_expr) counts; /* the outermost first */
    enum packed_as as;
    struct clause_expr of_union, when; /* it is the union's member when this holds; or absent */
};

struct pragma {
    enum pragma_kind kind;
    struct place place;  /* of the '#' */
    unsigned start, end; /* the directive's bytes: from '#' to its newline, which is not included */
    LIST_OF(struct pragma_token) tokens; /* behind the word ppar */
    LIST_OF(struct clause) clauses;
    LIST_OF(struct declared_effect) effects; /* PRAGMA_EFFECTS */
    struct clause_expr record;               /* PRAGMA_PACK: "struct tag", "struct tag *", */
    struct type *packed;                     /*  which has this record; NULL: there is none */
    bool packs_pointers;                     /*  and is what such pointers lead to */
    LIST_OF(struct packed_member) members;   /*  and its members that own memory */
    const char *head;                        /* how its probe begins; NULL: as usual */
    const char *counters;   /* those that its clauses may name: their declarations in the probe; */
    unsigned counter_count; /*  NULL: none */
    bool failed;            /* was reported as wrong; nothing is made of it */
    struct stmt *stmt;      /* the for statement behind it, or NULL */
    struct function *function; /* the function that holds it; that effects are declared of */
    struct function *scope;    /* PRAGMA_EFFECTS: its parameters are those that the items name */
};

/* One preprocessing token of a pragma. */
struct pragma_token {
    struct place place;
    unsigned start, end; /* offsets in the main file */
    const char *text;    /* with line splices removed */
};

struct pragmas {
    LIST_OF(struct pragma *) list;     /* of the main file, in order */
    LIST_OF(struct pragma *) included; /* #pragma ppar effects and pack of files that it includes */
    LIST_OF(struct pragma *) effects;  /* those among both that were parsed as such */
    LIST_OF(struct pragma *) packs;    /* the same */
};

const char *clause_name(enum clause_kind kind);       /* "workers" */
const char *reduction_name(enum reduction reduction); /* "+" */

/* ---- loops -------------------------------------------------------------------------------- */

enum { MAX_LEVELS = 8 }; /* loops in one iteration space */

/* A canonical loop: the counter goes from start towards bound by a constant amount. */
struct loop_shape {
    struct var *counter;
    bool declares_counter; /* in the header */
    struct expr *start;    /* first value */
    struct expr *bound;
    enum op relation; /* OP_LT ... OP_NE, with the counter on the left */
    bool counts_down;
    int64_t step_value;        /* what is added (counting up) or taken away (down), > 0 */
    struct expr *step;         /* the same when it is not a constant; then step_value is 0 */
    bool step_is_negated;      /* it is -step that is added (counting up) or taken away */
    struct type *sum_type;     /* the type in which C adds the step, before it converts back */
    struct type *compare_type; /* the type in which C compares counter and bound */
};

/* When the parent evaluates the expression of an 'after' clause. */
enum after_order {
    AFTER_IN_ORDER,    /* when the iteration's results, and those of all before it, are there */
    AFTER_ONE_BY_ONE,  /* the same, and no other results are: the memory is the serial program's */
    AFTER_AS_THEY_COME /* when the iteration's results are there */
};

enum verdict { VERDICT_PROVEN, VERDICT_GUARDED, VERDICT_TRUSTED, VERDICT_REJECTED };

enum role {
    ROLE_COUNTER,
    ROLE_OUTPUT,      /* written, and not read as it was before the loop */
    ROLE_INOUT,       /* written, and read as it was before the loop */
    ROLE_BROADCAST,   /* only read */
    ROLE_PRIVATE,     /* written, and of no use after the iteration */
    ROLE_LASTPRIVATE, /* after the loop, what the last iteration left */
    ROLE_REDUCTION,
    ROLE_APPEND,
    ROLE_TRUSTED, /* a clause vouches for it */
    ROLE_AFTER,   /* the expression of 'after' alone uses it, in the parent */
};

struct variable_role {
    const char *name; /* as the user writes it: "a", "s->count", "*p" */
    enum role role;
};

/* Two iterations and the spot on which they collide. */
struct witness {
    int64_t first[MAX_LEVELS];                  /* values of the counters: this iteration writes, */
    int64_t second[MAX_LEVELS];                 /*  and this one reads */
    unsigned levels;                            /* how many counters there are */
    const char *location;                       /* "a[0]" */
    const char *written_outside, *read_outside; /* how the write and the read call the place when
                                                   they leave an array for it: "v[0][4] is beyond
                                                   the end of v[0]"; or NULL */
    const char *given; /* "m = 1", when it holds for this value of another variable; or NULL */
    bool is_concrete;  /* else the fields are meaningless: nothing more exact is known */
};

/* Why a loop is rejected, or what its verdict rests on. */
struct reason {
    enum diag_id id;
    struct place place;
    unsigned end;
    const char *message;
    struct witness witness;
    LIST_OF(struct diag_note) notes;
    LIST_OF(struct diag_fixit) fixits;
};

/* What has to hold for run-time values so that the loop may run in parallel. It is tested once,
 * before the loop; when it fails, the loop runs serially. */
struct guard {
    const char *text;      /* as the user would write it: "m <= 0 || m >= n" */
    const char *condition; /* the same as C that is defined, and has no effect, for all values;
                              NULL: the runtime finds it out */
};

/* A number that guards use, computed once. */
struct guard_value {
    const char *name, *text; /* C */
};

/* The walk of a function as a whole, kept while a loop is analysed. */
struct function_walk {
    struct function *function;
    struct trace *trace;
};

/* A loop whose iterations are handed out: the annotated one, or one inside that collapse adds. */
struct loop_level {
    struct stmt *stmt;
    struct loop_shape shape;
};

struct leaving;

struct loop {
    struct pragma *pragma;
    struct function *function;
    struct stmt *stmt;
    unsigned depth; /* annotated loops around it in the same function */
    struct loop_shape shape;
    LIST_OF(struct loop_level)
    levels;                           /* the loops of the iteration space, from the outside in: the
                                         annotated one, and with collapse those inside */
    struct stmt *body;                /* of the innermost of them: what an iteration does */
    bool breaks;                      /* it may leave the loop by break, */
    LIST_OF(struct leaving) leavings; /* and by these return statements: analysis/leave.h */
    struct var *returned;             /* what they return, under a name of its own; NULL: nothing */
    const struct clause *after; /* its expression is evaluated in the parent, behind each iteration;
                                   NULL: there is none */
    enum after_order after_order;
    LIST_OF(const struct var *) noalias;     /* named in noalias clauses */
    LIST_OF(const struct var *) independent; /* named in independent clauses */
    bool is_trusted;                         /* one of these was needed */
    LIST_OF(struct function_walk) walks;     /* analysis/dead.h, while the loop is analysed */
    struct arena *walk_arena;                /* what they are made of */
    struct trace *trace;                     /* every access of one iteration: analysis/trace.h */
    struct fresh *fresh;                     /* where its pointers lead: analysis/fresh.h; NULL
                                                until somebody asks */
    struct appends *appends;                 /* results that are appended: analysis/append.h */
    struct sections *sections;               /* what clauses say of code that is not in sight:
                                                analysis/sections.h; NULL: nothing */
    struct plan *plan; /* what to send where: analysis/plan.h; NULL when rejected */
    struct cost *cost; /* in bytes: analysis/cost.h; NULL when rejected */
    enum verdict verdict;
    LIST_OF(struct guard_value) guard_values;
    LIST_OF(struct guard) guards; /* all have to hold, each is tested if those before do */
    const char *reachable; /* C: that pointers are not null which the generated code follows; NULL:
                              there are none. Else the loop runs serially */
    const char *guard;     /* their texts in one, for reports; NULL: none */
    LIST_OF(struct variable_role) roles; /* in order of appearance */
    LIST_OF(struct reason) reasons;
};

/* The name of loop->returned, and what messages call it. */
#define RETURNED      "ppar_value"
#define RETURNED_NAME "the returned value"

/* The clause of that kind, the first one, or NULL. */
const struct clause *find_clause(const struct pragma *pragma, enum clause_kind kind);

/* The name of LOOP's struct ppar_loop in the generated code. */
const char *loop_variable(struct arena *arena, const struct loop *loop);

const char *verdict_name(enum verdict verdict); /* "proven" */
const char *role_name(enum role role);          /* "output" */

/* ---- edits -------------------------------------------------------------------------------- */

/*
 * The bytes [start, end) of the main file are replaced by TEXT; start == end inserts. After the
 * replacement the text goes on at the same line of the user's file: rewrite.c adds the #line that
 * this needs. Edits of one file do not overlap.
 */
struct edit {
    unsigned start, end;
    const char *text;
    bool is_innermost; /* belongs to a statement that other edits at the same place are behind */
};

struct edits {
    LIST_OF(struct edit) list;
    bool for_compiler; /* each line that is made belongs to the pragma's; else it is for people */
};

#endif
