/*
 * The trace of one iteration: every access to memory that outlives the iteration, with where it
 * goes, when it happens and in which order, and every other effect. It is what walking the body
 * once with symbolic values yields (walk.h); the dependence test and the roles read nothing else.
 *
 * Memory is objects: a declared variable, or what an invariant pointer points to. A location is an
 * object and a byte offset from its start, a polynomial in the loop's counter, the counters of
 * inner loops and invariant values. Memory that each iteration has for itself (variables declared
 * in the body or in a function called from it, fresh allocations) cannot carry anything from one
 * iteration to the next and is not traced.
 */
#ifndef PPCC_TRACE_H
#define PPCC_TRACE_H

#include "../model.h"
#include "poly.h"

enum object_kind {
    OBJECT_VARIABLE, /* var */
    OBJECT_POINTEE, /* what the invariant pointer points to, from its value on in both directions */
    OBJECT_ROWS,    /* what all the pointers of one table point to: rows.h */
    OBJECT_OWN,     /* memory of one iteration: its locals, what it allocates, string literals */
    OBJECT_STATE,   /* state of the library that has no name in C: "rand" */
    OBJECT_STREAM,  /* an open FILE that existed before the iteration */
    OBJECT_UNKNOWN, /* may be anything whose address can be known somewhere */
};

struct object {
    enum object_kind kind;
    unsigned id;             /* in order of appearance */
    struct var *var;         /* OBJECT_VARIABLE; OBJECT_OWN of a variable */
    struct atom *pointer;    /* OBJECT_POINTEE: the symbol that is the pointer's value */
    struct var *pointer_var; /* the variable that holds this pointer, when it is one; else NULL */
    const struct object *table; /* OBJECT_ROWS: where the pointers lie, */
    int64_t column, stride;     /*  that of row k is STRIDE * k + COLUMN bytes from its start, */
    struct atom *pitch;         /*  and byte b of the row is at PITCH * k + b */
    struct type *type;          /* the variable's type, or what the pointer's target type is */
    const char *name;           /* for messages: "a", "s->data", "the state of 'rand'" */
    const char *text;           /* C for the object's address where the loop starts; NULL: none */
    struct place place;         /* where it was first met */
    const struct unit *home;    /* the unit in whose file TEXT stands; NULL: there is none */
    bool is_always_written;     /* OBJECT_VARIABLE: on every path through an iteration */
    bool is_fresh;       /* OBJECT_POINTEE: a block of its own (alias.h says how this is known) */
    bool is_punned;      /* OBJECT_POINTEE: is accessed with other types than the pointer's */
    bool is_varied;      /* a buffer: what it holds depends on the iteration */
    bool is_handed_out;  /* OBJECT_STATE: the library returns pointers to it */
    bool is_loaded_from; /* values of it are ATOM_LOAD, */
    bool is_changed;     /*  until something was seen to be written to it; OBJECT_ROWS: to the
                            pointers, so that there are no such rows */
    bool is_constant;    /* OBJECT_OWN: a null pointer, or a literal */
    const char *whole;   /* is_part: the name of what it is a part of */
    bool is_part;        /* some bytes of a variable or block that other objects share (split.h) */
    bool is_outer;       /* OBJECT_UNKNOWN: memory from before the iteration */
    bool is_own_heap;    /* OBJECT_OWN that was allocated, so that a pointer to it must not stay */
    bool is_freed;       /*  and that the iteration may free, */
    bool is_held;        /*  or to which a pointer lies in own memory */
    bool is_stream;      /* OBJECT_OWN: a FILE */
    bool is_any;         /* OBJECT_OWN: may be any memory of the iteration's own */
    bool is_null;        /* OBJECT_OWN: no memory, a null pointer points to it */
    bool is_awaited;     /* the parent reads what iterations write to it while the loop runs */
};

/* An array, perhaps one row of another one, that subscripts lead into. */
struct row {
    const struct row *outer;   /* NULL: none is known */
    const struct poly *offset; /* of its first byte */
    const struct type *type;
};

/* A pointer's value: the byte at OFFSET from the start of the object. */
struct pointer {
    struct object *object; /* never NULL; OBJECT_UNKNOWN when it may point anywhere */
    const struct poly *offset;
    const struct poly *limit; /* the offset behind the innermost array that it was made of, which C
                                 does not let it pass; NULL: not known */
    bool may_be_null;         /* on some path it is */
    bool may_be_literal;      /* on some path it points to a string literal */
    const struct row *row;    /* the innermost array that a subscript led through; NULL: none */
};

enum value_kind { VALUE_OTHER, VALUE_INTEGER, VALUE_POINTER };

struct value {
    enum value_kind kind;
    const struct poly *integer;
    struct pointer pointer; /* VALUE_OTHER: object, when set, is where pointers inside may point */
    const struct pointer
        *record; /* of an argument that is a record: what it is a copy of, or NULL */
};

/* A loop inside the body, once for each way in which the walk reaches it. */
struct inner_loop {
    struct inner_loop *outer; /* NULL: directly in the annotated loop */
    struct context *context;  /* in which it stands */
    struct atom *counter;     /* its counter's value; NULL unless it is canonical */
    const struct poly *start;
    const struct poly *bound; /* exclusive: counter < bound, or counter > bound counting down */
    int64_t step;             /* constant, negative when counting down; 0: not known */
    bool is_exact;            /* every counter value in the range gets its iteration */
    struct atom *number;      /* when not canonical: the number of the iteration, >= 0 */
    unsigned id, depth;
};

/*
 * Under which conditions an access happens: a chain from the inside out, up to NULL, the start of
 * the iteration. Each link is a loop, a condition on known values, or a condition that is not known
 * (and then a may: it can be true or false, another way at each visit).
 */
enum context_kind { CONTEXT_LOOP, CONTEXT_CONDITION, CONTEXT_UNKNOWN };

struct context {
    struct context *outer;
    enum context_kind kind;
    unsigned depth; /* links from here to the start */
    struct inner_loop *loop;
    const struct poly *left, *right; /* CONTEXT_CONDITION: left op right, op OP_LT ... OP_NE */
    enum op op;
};

struct access {
    struct object *object;
    const struct poly *offset; /* NULL: anywhere in the object */
    const struct poly *length; /* bytes; NULL: not known, to the end */
    bool is_write;
    bool is_sure;    /* happens whenever its context does, and covers all of its bytes. A write that
                        is not sure may leave any of its bytes as they were */
    bool is_covered; /* a read of a variable that was written on every path to here */
    bool is_string;  /* writes or reads one string from offset on, within length */
    bool is_unordered;               /* jumps around it make its order in the iteration unknown */
    struct reduction_update *update; /* the update that this access is a part of, or NULL */
    struct context *context;
    unsigned order;          /* ascending in program order */
    unsigned statement;      /* the order of the first access of the expression statement */
    const struct expr *expr; /* the expression that it is an effect of */
    bool is_in_body;         /* which stands in the function that is walked, not in a callee */
    struct function *callee; /* in which it stands; NULL: is_in_body */
    unsigned call;           /* the same for accesses of one call of it alone */
    struct type *type;       /* of the lvalue; NULL: bytes */
    struct place place;
    unsigned end;
    const struct poly *value; /* the integer that is read or written, or how far behind the start of
                                 its object the pointer is; NULL: not known */
    struct pointer stored;    /* a write of a pointer: where it points; object NULL: no pointer */
    const struct row *row;    /* as in struct pointer */
};

/* One statement that folds a value into a variable (update.h), as it stands in the iteration. */
struct reduction_update {
    enum reduction op;
    bool is_exact, by_function;
    bool takes_equal;        /* a maximum or minimum that also takes equal values */
    const struct stmt *best; /* the if statement that chooses it together with other values; NULL:
                                it is folded for itself */
    bool is_companion;       /* of the value that is compared there, */
    struct type *compared_type;     /* which has this type */
    int64_t compared_at;            /* and lies so many bytes behind the start of its place */
    const struct best_start *start; /* of the choice, where the place is the one it looks at */
    const struct fold_call *call;   /* REDUCTION_FUNCTION */
    bool is_once;                   /* at most one time in an iteration */
    bool is_always;                 /* at least one time in an iteration */
    struct type *type;
    struct place place;
    unsigned end;
};

/* The accesses of one visit of a statement: their orders from first, below end. */
struct span {
    unsigned first, end;
    struct inner_loop *loop; /* around the statement; NULL: none */
};

/* What is taken for granted of values, and made sure by guards. */
enum granted {
    GRANTED_NOTHING,
    GRANTED_FIT,        /* what could wrap round does not */
    GRANTED_REMAINDERS, /* nor is x % y with a y that only the run knows anything but x */
};

/* QUOTIENT and REMAINDER, opaque ones, are LEFT / RIGHT and LEFT % RIGHT in each iteration of LOOP.
 */
struct division {
    const struct poly *left, *right;
    const struct inner_loop *loop;
    const struct poly *quotient, *remainder;
};

/* VALUE, which arises in CONTEXT, was taken to be a value of TYPE. */
struct fit {
    struct context *context;
    const struct poly *value;
    struct type *type; /* NULL: it is not below 0 */
    const char *text;  /* for the guard; NULL: that it does not wrap round */
};

/* A subscript of an array of COUNT elements, more than one, as it happens in CONTEXT. */
struct subscript {
    struct context *context;
    const struct poly *value, *count;
};

/* A loop whose iterations are handed out. */
struct level {
    struct atom *counter;
    const struct poly *start, *bound; /* of the counter; bound exclusive; NULL: not known */
    int64_t step;                     /* constant, negative counting down; 0: not known */
    bool counts_down;
    bool may_go_round; /* the counter may wrap round before it meets its bound; the loop is serial
                          then */
    bool is_numbered;  /* the step is a symbol: counter is the number of the iteration, from 0 by 1,
                          and the loop's counter is start + step * number */
};

/* What lies in pointers to TARGET in own memory, of enum own_held in own.h. */
struct held {
    const struct type *target;
    const struct field *field; /* that was named when it was stored; NULL: any place; own.h */
    unsigned what;
};

struct trace {
    struct arena *arena;
    struct isl_ctx *isl; /* for relation.h; NULL after trace_close */
    struct unit *unit;
    struct level levels[MAX_LEVELS]; /* an iteration is a vector of their counters, the outermost
                                        loop's first; iteration.h orders them */
    unsigned level_count;            /* 0: the trace is that of a function */
    struct context *facts; /* the outer end of every context: what is known in all iterations */
    LIST_OF(struct atom *) atoms;
    LIST_OF(struct object *) objects;
    LIST_OF(struct object *) lazy; /* of variables that are filled on first use: no accesses */
    LIST_OF(struct held) held;     /* own.h: what own memory holds, by type; */
    bool holds_all;                /*  in pointers to any type, anything; */
    bool frees_any;                /*  some of it may be freed; */
    bool mixes_fields;             /*  what was stored in one field may be in another, too */
    LIST_OF(const struct field *) addressed; /* that pointers lead to, as they do to elements */
    LIST_OF(struct access) accesses;
    LIST_OF(struct access) after; /* those of the expression of an 'after' clause (after.h), */
    bool after_draws;             /*  which draws random numbers, */
    bool after_may_exit;          /*  or may end the program */
    LIST_OF(struct access)
    certain; /* what one or the other branch of a condition surely accesses:
                object, offset, length and context are meant */
    LIST_OF(struct subscript) subscripts; /* that vary */
    LIST_OF(const struct var *) noalias;  /* the programmer's word that these do not overlap */
    bool used_noalias;                    /* and it was needed */
    bool used_effects;  /* declared effects stand for a function that is called, */
    bool used_sections; /*  or clauses for what is not in sight */
    enum granted granted;
    LIST_OF(struct fit) fits; /* what was taken for granted */
    bool has_wraps;           /* some value could wrap round */
    bool has_remainders;      /* some value is the remainder by an unknown one */
    LIST_OF(struct division) divisions;
    bool assumes_apart;         /* objects that a test can tell apart are taken to be; alias.h */
    LIST_OF(struct span) spans; /* of the loop that walk_function was told of */
    LIST_OF(struct reason) reasons; /* effects that rule a parallel run out */
    bool prints;                    /* to stdout */
    bool prints_wide;               /* wide characters among it */
    bool may_exit;
    bool draws;        /* random numbers, from the stream of the iteration */
    bool numbers;      /* it, or the expression of 'after', asks for the iteration's number */
    double started;    /* seconds of this process's time when the analysis of the loop began */
    bool is_late;      /* it took too long: nothing more is asked of isl */
    bool took_summary; /* or met a call of which nothing is known */
};

struct trace *trace_new(struct unit *unit, struct arena *arena);
void trace_close(struct trace *trace); /* ends the use of isl; the rest lives on in the arena */

/* CONTEXT without the COUNT links of DROPPED. */
struct context *context_without(struct arena *arena, struct context *context,
                                const struct context *const *dropped, size_t count);

struct atom *trace_atom(struct trace *trace, enum atom_kind kind, struct type *type,
                        const char *text);

/* What lies at OFFSET, which differs between iterations, in OBJECT. */
const struct poly *trace_load(struct trace *trace, const struct object *object,
                              const struct poly *offset, struct type *type);

/* The value of a derivation, computed when OPERAND is a constant. NULL when OPERAND is, or DIVISOR
 * is not positive. */
const struct poly *trace_derived(struct trace *trace, enum derivation derivation,
                                 const struct poly *operand, int64_t divisor, struct type *type);

/* LEFT op RIGHT ? THEN : OTHER, each of which is a value of TYPE or of a narrower one. NULL when
 * one of them is, or when it would be made of too many such choices. */
const struct poly *trace_select(struct trace *trace, enum op op, const struct poly *left,
                                const struct poly *right, const struct poly *then,
                                const struct poly *other, struct type *type);

/* Whether LEFT op RIGHT holds. */
bool compare_constants(enum op op, int64_t left, int64_t right);

/* Whether every value of the integer type FROM is one of TO. */
bool type_includes(const struct type *to, const struct type *from);

/* VALUE, which arises in CONTEXT, as an integer of TYPE: itself where it is known to fit, else
 * wrapped round. */
const struct poly *trace_convert(struct trace *trace, struct context *context,
                                 const struct poly *value, struct type *type);

#endif
