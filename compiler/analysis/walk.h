/*
 * Walking a piece of the program once with symbolic values, to get its trace.
 *
 * The walk is optimistic and repeated. It takes a variable to keep its value through a loop, and
 * memory to be the same in all iterations, until it has seen a write that says otherwise; what it
 * learnt that way (struct lesson, struct source) stays, and the walk starts again, until a whole
 * walk teaches nothing new. What it assumed last is then true of every access in the trace. Each
 * walk turns at least one "constant" into a "changing", so it ends.
 *
 * Calls of functions that are defined in sight are walked in place, with the parameters bound to
 * the arguments' values, so that a callee's accesses come out in the caller's terms. A recursive
 * call is taken as a whole, by its summary (summary.h).
 */
#ifndef PPCC_WALK_H
#define PPCC_WALK_H

#include "trace.h"

/* Variable -> value, at one point of the walk. */
struct binding {
    struct object *object;
    struct value value;
    bool is_assigned; /* on every path to here, in this iteration */
};

enum liveliness {
    ALIVE,
    DEAD_JUMP, /* left by break, continue, return or goto */
    DEAD_EXIT, /* the program ended */
};

struct env {
    LIST_OF(struct binding) bindings;
    struct context *context;
    enum liveliness state;
};

/* One branch of a split: how it ended, and the context in which it started. */
struct branch {
    struct env env;
    struct context *start;
};

struct env_list {
    LIST_OF(struct env) list;
};

/* An access to memory of the iteration's own, which is not traced. */
struct own_access {
    const struct object *object;
    bool is_write;
};

/* Where the accesses of an operand begin. */
struct operand {
    size_t accesses, own;
};

/* Where a symbol's value comes from: SIZE bytes of memory that seemed never to change. */
struct source {
    struct object *object;
    const struct poly *offset;
    int64_t size;
    struct type *type;
    struct atom *symbol;
    bool changes; /* it was seen to be written */
};

/* Places for pointers in memory from before the iteration, as one expression loads them, and what
 * the iteration's writes leave there, of enum own_held in own.h. */
struct slot {
    const struct object *object;
    const struct expr *at;
    unsigned held;
};

/* One of the places, in the current walk. */
struct slot_visit {
    size_t slot;
    const struct poly *offset;
};

/* What the walk takes a variable to be at the head of an iteration of a loop inside. */
enum head {
    HEAD_KEPT,   /* what it was when the loop began */
    HEAD_LINE,   /* that and a step for each iteration before */
    HEAD_OPAQUE, /* any value */
};

/* A variable that the body of a loop inside changes. */
struct change {
    struct var *var;
    bool is_moved;           /* it is a pointer that also changes its object, */
    bool is_lost;            /*  and not only within memory from before the iteration, */
    bool is_foreign;         /*  or not only within the iteration's own, */
    bool is_inside;          /*  or there not only between the starts of blocks */
    const struct poly *step; /* what each iteration adds to it (induction.h); NULL: not known */
    enum head head;          /* in the current walk */
};

/* What earlier walks found out about a loop inside. */
struct lesson {
    const struct stmt *stmt;
    bool not_canonical;
    LIST_OF(struct change) changed;
};

/* A value that a call returns, and where it does so. */
struct outcome {
    struct value value;
    struct type *type;
    const struct context *context;
};

/* A parameter that is a copy of a record which is there, unchanged, as long as the call lasts. */
struct copied_record {
    struct var *param;
    struct pointer original;
};

/* A call that is being walked in place. */
struct frame {
    struct frame *caller;
    struct function *function;
    LIST_OF(struct binding) locals; /* object of each variable of this call; value unused */
    LIST_OF(struct copied_record) records;
    struct env_list returns;
    LIST_OF(struct outcome) outcomes;
    struct place call;
    unsigned number;         /* of the call; 0: of what is walked itself */
    struct context *context; /* in which the call happens */
    struct inner_loop *loop;
};

/* A goto on its way to a label. */
struct jump {
    const char *label; /* NULL: it has arrived */
    const struct frame *frame;
    struct env env;
};

/* A file that is opened to be written, by a name that lies in PATH. */
struct opened_file {
    const struct object *path;
    const struct expr *at;
};

struct walker {
    struct trace *trace;
    struct arena *arena;
    const struct stmt *root; /* the loop, or the body of a function */
    struct function *root_function;
    const struct loop *annotated; /* the loop that is walked; NULL: a function is */
    const struct stmt *spanned;   /* walk_function's loop */
    struct frame *frame;
    struct frame *body_frame; /* that of the annotated loop's body; NULL: the walk is not in it */
    struct env env;
    struct inner_loop *loop; /* innermost */
    struct env_list *breaks, *continues;
    unsigned order, depth, loops, calls;
    unsigned statement_order; /* at the start of the innermost expression statement */
    size_t steps;
    bool unordered; /* behind a label or before a goto, for the whole walk of a function in which
                       jumps are not simple (jumps.h) */
    LIST_OF(struct jump) jumps;
    bool again; /* something was learnt */
    bool gave_up;
    const struct expr *statement;    /* the expression whose value nobody uses */
    struct reduction_update *update; /* whose load and store are being walked */
    struct env *switch_head;         /* what holds at the labels of the innermost switch */
    struct inner_loop *switch_loop;
    struct object *counter;       /* the annotated loop's, one of the iteration's own variables */
    struct object *unknown;       /* may point anywhere */
    struct object *unknown_outer; /* anywhere, but into memory from before the iteration */
    struct object *unknown_own;   /* anywhere in own memory */
    struct object *null, *literal;
    struct context *facts;     /* what holds in all iterations */
    struct type *integer_type; /* some signed integer type, for counts */
    struct value cursor;       /* the string that strtok walks through; VALUE_OTHER: none yet */
    LIST_OF(struct own_access) own_log;
    size_t own_loads; /* loads of this iteration's own memory, which are not traced */
    LIST_OF(struct opened_file) opened;
    LIST_OF(struct source) sources;
    LIST_OF(struct slot) slots;
    LIST_OF(struct slot_visit) slot_visits;
    LIST_OF(const struct var *) changed_copies; /* parameters whose original changes in the call */
    LIST_OF(struct lesson *) lessons;
};

/* What an lvalue designates. BITS: a bit-field's place in its bytes. */
struct location {
    struct pointer pointer;
    struct type *type;
    const struct poly *size; /* NULL: not known */
    bool is_bit_field;
};

/* The trace of one iteration of LOOP's body, with the bound and start of its counter. */
struct trace *walk_loop(struct unit *unit, struct loop *loop, enum granted granted);

/* The trace of one call of FUNCTION, its body as the only "iteration": for the question which
 * memory it reads before it writes it. The visits of LOOP in it become the trace's spans. The trace
 * lives in ARENA, and nothing else does. */
struct trace *walk_function(struct unit *unit, struct arena *arena, struct function *function,
                            const struct stmt *loop);

/* ---- shared by the files of the walk -------------------------------------------------------- */

void walk_stmt(struct walker *walker, struct stmt *stmt);
/* A loop inside (walk_inner.c): a for statement; any loop, of which the trip count is not known. */
void walk_for(struct walker *walker, struct stmt *stmt);
void walk_any_loop(struct walker *walker, struct stmt *stmt);
struct value walk_value(struct walker *walker, struct expr *e);
struct location walk_location(struct walker *walker, struct expr *e);
/* Around operands whose order C leaves open: reports where it matters. SECOND goes on to here.
 * True: the operands' values depend on the order. */
struct operand operand_begin(const struct walker *walker);
bool check_order(struct walker *walker, const struct expr *e, const struct operand *first,
                 const struct operand *second);
/* E for its effects alone. */
void walk_effect(struct walker *walker, struct expr *e);
struct value walk_call(struct walker *walker, struct expr *e);
struct value walk_in_place(struct walker *walker, struct function *function,
                           const struct value *args, size_t count, const struct expr *at);

/* E as a condition: its accesses happen, and the result says what is known when it is true. */
struct condition;
struct condition *walk_condition(struct walker *walker, struct expr *e);
struct context *context_assume(struct walker *walker, struct context *outer,
                               const struct condition *condition, bool truth);
/* Whether it is certain that the condition is not TRUTH. */
bool condition_is_never(const struct condition *condition, bool truth);
/* Where, besides, LEFT op RIGHT. */
struct context *context_where(struct walker *walker, struct context *outer, enum op op,
                              const struct poly *left, const struct poly *right);
struct context *context_unknown(struct walker *walker, struct context *outer);
/* The value of the condition as an integer of TYPE. */
struct value condition_value(struct walker *walker, const struct condition *condition,
                             struct type *type);
/* THEN where all conditions from START out to OUTER hold, else OTHER. NULL where a link between is
 * none, is not known, or the choice is too complicated. */
const struct poly *context_select(struct walker *walker, const struct context *outer,
                                  const struct context *start, const struct poly *then,
                                  const struct poly *other, struct type *type);
struct context *context_loop(struct walker *walker, struct inner_loop *loop);

/* env.c */
struct env env_copy(struct walker *walker, const struct env *env);
/* What holds where A and B meet; the context is left to the caller. */
struct env env_join(struct walker *walker, const struct env *a, const struct env *b);
/* What holds where walker->env and all of LIST meet. */
void env_join_all(struct walker *walker, const struct env_list *list);
/* The walk does not get here any more. */
void env_die(struct walker *walker, enum liveliness how);
/* The same behind the two branches of a split in the context OUTER, with the context. */
struct env env_join_branches(struct walker *walker, struct context *outer,
                             const struct branch *then, const struct branch *other);
void env_set(struct walker *walker, struct object *object, struct value value);
/* The same by an assignment of the program. */
void env_assign(struct walker *walker, struct object *object, struct value value);
bool env_is_assigned(const struct env *env, const struct object *object);
bool env_find(const struct env *env, const struct object *object, struct value *value);
/* A write to POINTER's target happened: what is known of variables that it may hit is forgotten. */
void env_forget(struct walker *walker, const struct pointer *pointer);
bool value_equal(const struct value *a, const struct value *b);
struct value value_unknown(struct walker *walker, struct type *type);
/* A split in the context OUTER into two branches that start in the contexts A and B. */
struct split {
    const struct context *outer, *a, *b;
};

/* A or B; by which branch of SPLIT the walk came, if one is given. */
struct value value_join(struct walker *walker, const struct split *split, const struct value *a,
                        const struct value *b, struct type *type);

/* arithmetic.c */
/* VALUE in TYPE; NULL: an unknown one. */
struct value integer_value(struct walker *walker, const struct poly *value, struct type *type);
/* The result of an operation in TYPE, whose mathematical value is VALUE. Overflow of a signed type
 * has no meaning unless the compiler was told that it wraps; types narrower than int are computed
 * in int and converted back. */
struct value arithmetic_value(struct walker *walker, const struct poly *value, struct type *type);
/* LEFT op RIGHT in TYPE, both already of that type. NULL: not known. */
struct value integer_binary(struct walker *walker, enum op op, const struct poly *left,
                            const struct poly *right, struct type *type);

/* memory.c */
struct object *object_of_var(struct walker *walker, struct var *var);
struct object *object_own(struct walker *walker, const char *name, bool is_heap);
struct object *object_state(struct walker *walker, enum object_kind kind, const char *name);
struct value load(struct walker *walker, const struct location *location, const struct expr *at);
void store(struct walker *walker, const struct location *location, const struct value *value,
           const struct expr *at);
/* An automatic variable begins to live in the innermost frame. */
struct object *declare_own(struct walker *walker, struct var *var);
/* Finds what was taken to be constant and was written after all; then the walk has to be repeated.
 */
void settle_sources(struct walker *walker);
/* Accesses of library functions: LENGTH bytes behind a pointer. */
void touch(struct walker *walker, const struct pointer *pointer, const struct poly *length,
           bool is_write, bool is_sure, bool is_string, const struct expr *at);
const struct poly *size_poly(struct walker *walker, const struct type *type);
/* The value of an integer variable, without an access. NULL when it is not known. */
const struct poly *peek(struct walker *walker, struct var *var);
struct lesson *lesson_of(struct walker *walker, const struct stmt *stmt);
/* The value of an array's extent when the array was declared, where that is certain. */
const struct poly *extent_value(struct walker *walker, const struct expr *extent);

/* Whether STMT is an update of outer memory (update.h), and then walks it. */
bool walk_extremum(struct walker *walker, struct stmt *stmt);
bool walk_best(struct walker *walker, struct stmt *stmt);
/* Whether the statement E folds by a function that a clause names, and then walks it. */
bool walk_fold_call(struct walker *walker, struct expr *e);

/* The expression of the 'after' clause, behind the body (walk_after.c). */
void walk_after(struct walker *walker, const struct loop *loop);

/* Reports files that all iterations open to write; at the end of a walk. */
void check_opened(struct walker *walker);

/* Whether STATE is one that each iteration has for itself: the iteration draws random numbers, or
 * asks for its number, and nothing is shared. */
bool walk_own_state(struct walker *walker, const char *state);

void walk_stmt_reason(struct walker *walker, const struct stmt *stmt, const char *message);
/* Adds a reason, unless one of that id is there for the place; then NULL is returned. */
struct reason *walk_reason(struct walker *walker, enum diag_id id, const struct expr *at,
                           const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Adds a note to REASON, unless it is NULL. */
void walk_note(struct walker *walker, struct reason *reason, const struct place *place,
               const char *format, ...) __attribute__((format(printf, 4, 5)));
/* E as the user wrote it, in quotes; else OTHER. */
const char *walk_quoted(struct walker *walker, const struct expr *e, const char *other);
void walk_reason_at(struct walker *walker, enum diag_id id, const struct place *place, unsigned end,
                    const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
