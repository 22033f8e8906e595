/*
 * What the files of the generator share: the kernel in the making.
 *
 * A kernel is a function with one annotated loop, the objects that the loop uses, and a function
 * that fills these objects, calls the kernel and shows them. Every kernel has the parameters n, m,
 * k, s (of varying integer types) and pointers; d says how far pointers into one buffer lie apart,
 * and e decides the contents of the arrays.
 */
#ifndef FUZZ_GEN_H
#define FUZZ_GEN_H

#include "text.h"

/* What a kind of kernel may contain, as bits. */
enum feature {
    F_OFFSETS = 1 << 0,   /* a[i + 1], a[2 * i] */
    F_SYMBOLS = 1 << 1,   /* a[i + m], bounds and steps that are parameters */
    F_NESTED = 1 << 2,    /* inner loops */
    F_MULTI = 1 << 3,     /* arrays of 2 and 3 dimensions */
    F_LINEAR = 1 << 4,    /* p[y * w + x] */
    F_STRUCT = 1 << 5,    /* members */
    F_GUARD = 1 << 6,     /* affine conditions */
    F_DATA = 1 << 7,      /* conditions on data */
    F_SCALAR = 1 << 8,    /* outer scalars */
    F_SCRATCH = 1 << 9,   /* scratch arrays */
    F_REDUCE = 1 << 10,   /* reductions */
    F_WRAP = 1 << 11,     /* counters and subscripts of narrow and unsigned types */
    F_DIVIDE = 1 << 12,   /* / % >> & in subscripts */
    F_CALLEE = 1 << 13,   /* functions that read and write */
    F_ALIAS = 1 << 14,    /* pointers that may point into one buffer */
    F_INDIRECT = 1 << 15, /* a[idx[i]] */
    F_CONTROL = 1 << 16,  /* switch, continue, while with break, goto */
    F_POINTER = 1 << 17,  /* derived pointers that walk */
    F_VLA = 1 << 18,
    F_LIBRARY = 1 << 19, /* memset, memcpy, printf */
    F_TEMP = 1 << 20,    /* subscripts that go through temporaries */
    F_RECORD = 1 << 21,  /* structs as values */
    F_STRING = 1 << 22,  /* sprintf and its like into buffers */
    F_STATE = 1 << 23,   /* static locals, recursion, function pointers */
    F_ROWS = 1 << 24,    /* arrays of pointers to rows */
    F_FORMS = 1 << 25,   /* do, comma, maxima with their place, appending */
    F_FOLDS = 1 << 26,   /* folds in which order matters */
    F_APPEND = 1 << 27,  /* arrays that grow, in all forms */
    F_ALL = (1 << 28) - 1,
    F_COLLAPSE = 1 << 28, /* two or three loops are one iteration space; some of the others */
    F_EDGE = 1 << 29,     /* headers at the ends of their types */
    F_LEAVE = 1 << 30,    /* break and return out of the annotated loop */
};

struct array {
    const char *name;   /* before the subscripts */
    const char *suffix; /* behind them: ".x" */
    const char *type;
    int dims, extent[3];
    int start;       /* 1-D: subscripts are meant from here on */
    bool is_private; /* scratch: is only used through scratch statements */
    bool is_const;
    bool is_plain; /* an array or pointer of its own, which can be handed to a function */
};

struct scalar {
    const char *name, *type;
    bool is_const;
};

enum { MAX_ARRAYS = 40, MAX_SCALARS = 60, MAX_COUNTERS = 8, LENGTH = 64 };

struct kernel_text {
    struct rng *rng;
    unsigned features;
    int id, unique;
    struct array arrays[MAX_ARRAYS];
    int array_count;
    struct scalar scalars[MAX_SCALARS];
    int scalar_count;
    const char *counters[MAX_COUNTERS]; /* outermost first; the annotated loop's is the first */
    int counter_count;
    int low; /* the annotated loop's counter is at least this, where that is known */
    int depth;
    int inside;        /* loops that collapse with the annotated one */
    int loop_depth;    /* loops around the place, without the annotated one */
    bool in_annotated; /* directly in the annotated loop: continue is its own */
    bool in_callee;
    bool has_edge, has_held; /* what headers.c needs is declared */
    struct lines clauses, globals, callees, parameters, arguments, locals, body, after;
    struct lines headers; /* of the loops that collapse, inside of the annotated one */
    struct lines fill, registers, show;
};

int fresh(struct kernel_text *k);
bool has(const struct kernel_text *k, unsigned feature);
/* Draws below LIMIT; true in PERCENT of the cases. */
unsigned draw(struct kernel_text *k, unsigned limit);
bool maybe(struct kernel_text *k, unsigned percent);
char *word(struct kernel_text *k, const char *words);
bool is_floating(const char *type);

/* arrays.c: declares the objects, and makes subscripts. */
void declare_arrays(struct kernel_text *k);
struct array *any_array(struct kernel_text *k, bool to_write);
/* The marked lvalue of some element. */
char *element(struct kernel_text *k, const struct array *array, bool to_write);
/* Some subscript, without its mark. */
char *subscript(struct kernel_text *k, bool to_write, int extent);
struct scalar *add_scalar(struct kernel_text *k, const char *name, const char *type);
void declare_outer_scalar(struct kernel_text *k, const char *name, const char *type, bool is_shown);

/* values.c */
char *value(struct kernel_text *k, bool floating, int depth);
char *condition(struct kernel_text *k);

/* body.c */
void statements(struct kernel_text *k, int count);
void statement(struct kernel_text *k);
/* Behind the arrays: outer variables that some statements need. */
void line(struct kernel_text *k, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* idioms.c: statements in the way people write them. */
void idiom_reduction(struct kernel_text *k);
void idiom_scratch(struct kernel_text *k);
void idiom_scalar(struct kernel_text *k);
void idiom_callee(struct kernel_text *k);
void idiom_pointer(struct kernel_text *k);
void idiom_library(struct kernel_text *k);
void idiom_linear(struct kernel_text *k);
void idiom_temporary(struct kernel_text *k);

/* rarer.c: more of them. */
void idiom_record(struct kernel_text *k);
void idiom_string(struct kernel_text *k);
void idiom_state(struct kernel_text *k);
void idiom_rows(struct kernel_text *k);
void idiom_form(struct kernel_text *k);
struct array *plain_array(struct kernel_text *k, bool to_write);

/* headers.c */
char *edge_header(struct kernel_text *k);
void idiom_edge(struct kernel_text *k);

/* folds.c */
void idiom_fold(struct kernel_text *k);

/* append.c */
void idiom_append(struct kernel_text *k);

#endif
