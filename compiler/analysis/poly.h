/*
 * Integer values as polynomials with integer coefficients over atoms. An atom is a value that is
 * not computed further: the loop's counter, an inner loop's counter, a value that is the same
 * throughout the loop, an unknown one, or one derived from a polynomial by an operation that is not
 * a polynomial (division, remainder, wrap-around). Equal polynomials are equal values; the terms
 * are kept in a canonical order, so that equality is a comparison.
 *
 * The value is the mathematical one. C's arithmetic is brought in by the caller: signed operations
 * do not overflow in a program that has a meaning, and wherever the language defines wrap-around
 * (unsigned types, conversions to narrower types) the caller applies poly_wrap.
 *
 * Polynomials are never changed once made. A NULL polynomial is a value about which nothing is
 * known; every operation on it gives NULL, and so does one that leaves 64 bits or grows past the
 * limits.
 */
#ifndef PPCC_POLY_H
#define PPCC_POLY_H

#include "../arena.h"
#include "../ir.h"

enum atom_kind {
    ATOM_COUNTER, /* of the annotated loop, or of one that collapse adds to it */
    ATOM_INNER,   /* counter of a loop inside: differs in each of its iterations */
    ATOM_SYMBOL,  /* the same in all iterations, and before the loop */
    ATOM_OPAQUE,  /* any value of its type, another one each time its spot is reached */
    ATOM_LOAD,    /* what lies in memory that the loop does not change, at a place that differs */
    ATOM_DERIVED, /* see derivation */
};

enum derivation {
    DERIVED_QUOTIENT,       /* C's operand / divisor: truncated */
    DERIVED_REMAINDER,      /* C's operand % divisor */
    DERIVED_FLOOR_QUOTIENT, /* operand >> k, divisor 2^k */
    DERIVED_FLOOR_MODULO,   /* operand & (divisor - 1), divisor 2^k; in [0, divisor) */
    DERIVED_WRAP,           /* operand converted to type */
    DERIVED_SELECT,         /* operands l, r, a, b: l op r ? a : b */
};

enum { ATOM_OPERANDS = 4 };

struct atom {
    enum atom_kind kind;
    unsigned id;       /* unique in the trace, in order of creation */
    struct type *type; /* its integer type; NULL for one without bounds */
    const char *text;  /* ATOM_SYMBOL: C for its value where the loop starts; NULL: none is known.
                          ATOM_COUNTER, ATOM_INNER: the counter's name, for messages */
    struct inner_loop *loop; /* ATOM_INNER: the loop; ATOM_OPAQUE, ATOM_LOAD: the innermost loop, in
                                whose iterations it may differ; NULL: the annotated loop */
    unsigned level;          /* ATOM_COUNTER: of which of the trace's levels */
    bool is_own;             /* ATOM_OPAQUE: means something in this iteration's process only: a
                                file descriptor that it opened, an address of its own memory */
    enum derivation derivation;
    const struct poly *operands[ATOM_OPERANDS]; /* the first atom_operand_count */
    int64_t divisor;                            /* > 0 */
    enum op op;                                 /* DERIVED_SELECT: OP_LT ... OP_NE */
    const struct object *object; /* ATOM_LOAD: where it lies, OPERANDS[0] bytes from the start.
                                    ATOM_SYMBOL: where it was loaded from, or NULL */
    bool is_read;                /* ATOM_LOAD: in every iteration, as a guard sees to */
    bool is_pitch;               /* ATOM_SYMBOL: the distance of rows; rows.h */
};

/* How many values ATOM is computed from, or found by. */
unsigned atom_operand_count(const struct atom *atom);

enum { POLY_MAX_DEGREE = 4, POLY_MAX_TERMS = 24 };

struct term {
    int64_t coefficient;                 /* never 0 */
    unsigned degree;                     /* 0: the constant term */
    struct atom *atoms[POLY_MAX_DEGREE]; /* by ascending id */
};

struct poly {
    size_t count;
    struct term terms[];
};

const struct poly *poly_constant(struct arena *arena, int64_t value);
const struct poly *poly_atom(struct arena *arena, struct atom *atom);
const struct poly *poly_add(struct arena *arena, const struct poly *a, const struct poly *b);
const struct poly *poly_subtract(struct arena *arena, const struct poly *a, const struct poly *b);
const struct poly *poly_multiply(struct arena *arena, const struct poly *a, const struct poly *b);
const struct poly *poly_scale(struct arena *arena, const struct poly *a, int64_t factor);

/* A / DIVISOR, where that is known to leave no remainder in any term; else NULL. */
const struct poly *poly_divide_exactly(struct arena *arena, const struct poly *a, int64_t divisor);

/* A with ATOM replaced by VALUE. Derived atoms that depend on ATOM make the result NULL. */
const struct poly *poly_replace(struct arena *arena, const struct poly *a, const struct atom *atom,
                                const struct poly *value);

bool poly_equal(const struct poly *a, const struct poly *b); /* NULL equals nothing */
bool poly_is_constant(const struct poly *a, int64_t *value);

/* Whether A - B is a constant; *DIFFERENCE is it. */
bool poly_constant_difference(const struct poly *a, const struct poly *b, int64_t *difference);

/* Whether the value depends on ATOM, also through derived atoms. NULL: true. */
bool poly_mentions(const struct poly *a, const struct atom *atom);

/* Whether every atom, also inside derived ones, is a symbol, so that the value is the same in all
 * iterations. NULL: false. */
bool poly_is_invariant(const struct poly *a);

/* Whether some atom, also inside derived ones, is opaque or a load. NULL: true. */
bool poly_is_opaque(const struct poly *a);

/* Whether some atom, also inside others, is opaque, so that the value cannot be found again. NULL:
 * true. */
bool poly_is_lost(const struct poly *a);

/* The coefficient of the term that is ATOM alone (0: none). */
int64_t poly_coefficient(const struct poly *a, const struct atom *atom);

/* The constant term. */
int64_t poly_constant_term(const struct poly *a);

#endif
