/*
 * Polynomials over atoms: sums of terms, each a coefficient times a product of at most
 * POLY_MAX_DEGREE atoms. A result is put together in a scratch sum with room for one more term than
 * is allowed, where like terms meet; coefficients are checked for overflow at every step, and what
 * does not fit becomes NULL, "nothing is known", which is always a sound answer.
 */
#include "poly.h"

#include <string.h>

struct sum {
    bool failed;
    size_t count;
    struct term terms[POLY_MAX_TERMS];
};

/* The terms are not worth clearing. */
static void begin(struct sum *sum)
{
    sum->failed = false;
    sum->count = 0;
}

static int compare_atoms(const struct term *a, const struct term *b)
{
    if (a->degree != b->degree)
        return a->degree > b->degree ? -1 : 1;
    for (unsigned k = 0; k < a->degree; k++)
        if (a->atoms[k]->id != b->atoms[k]->id)
            return a->atoms[k]->id < b->atoms[k]->id ? -1 : 1;
    return 0;
}

static void remove_term(struct sum *sum, size_t at)
{
    sum->count--;
    memmove(&sum->terms[at], &sum->terms[at + 1], (sum->count - at) * sizeof sum->terms[0]);
}

static void insert_term(struct sum *sum, size_t at, const struct term *term)
{
    if (sum->count == POLY_MAX_TERMS) {
        sum->failed = true;
        return;
    }
    memmove(&sum->terms[at + 1], &sum->terms[at], (sum->count - at) * sizeof sum->terms[0]);
    sum->terms[at] = *term;
    sum->count++;
}

static void add_term(struct sum *sum, const struct term *term)
{
    if (sum->failed || !term->coefficient)
        return;
    size_t at = 0;
    while (at < sum->count && compare_atoms(&sum->terms[at], term) < 0)
        at++;
    if (at == sum->count || compare_atoms(&sum->terms[at], term) != 0) {
        insert_term(sum, at, term);
        return;
    }
    int64_t *coefficient = &sum->terms[at].coefficient;
    if (__builtin_add_overflow(*coefficient, term->coefficient, coefficient))
        sum->failed = true;
    else if (!*coefficient)
        remove_term(sum, at);
}

static const struct poly *finish(struct arena *arena, const struct sum *sum)
{
    if (sum->failed)
        return NULL;
    struct poly *poly = arena_alloc(arena, sizeof *poly + sum->count * sizeof poly->terms[0]);
    poly->count = sum->count;
    memcpy(poly->terms, sum->terms, sum->count * sizeof poly->terms[0]);
    return poly;
}

const struct poly *poly_constant(struct arena *arena, int64_t value)
{
    static const struct poly zero;
    if (!value)
        return &zero;
    struct poly *poly = arena_alloc(arena, sizeof *poly + sizeof poly->terms[0]);
    poly->count = 1;
    poly->terms[0].coefficient = value;
    return poly;
}

const struct poly *poly_atom(struct arena *arena, struct atom *atom)
{
    struct sum sum;
    begin(&sum);
    add_term(&sum, &(struct term){.coefficient = 1, .degree = 1, .atoms = {atom}});
    return finish(arena, &sum);
}

static void add_scaled(struct sum *sum, const struct poly *a, int64_t factor)
{
    for (size_t k = 0; k < a->count; k++) {
        struct term term = a->terms[k];
        if (__builtin_mul_overflow(term.coefficient, factor, &term.coefficient))
            sum->failed = true;
        else
            add_term(sum, &term);
    }
}

const struct poly *poly_add(struct arena *arena, const struct poly *a, const struct poly *b)
{
    if (!a || !b)
        return NULL;
    struct sum sum;
    begin(&sum);
    add_scaled(&sum, a, 1);
    add_scaled(&sum, b, 1);
    return finish(arena, &sum);
}

const struct poly *poly_subtract(struct arena *arena, const struct poly *a, const struct poly *b)
{
    if (!a || !b)
        return NULL;
    struct sum sum;
    begin(&sum);
    add_scaled(&sum, a, 1);
    add_scaled(&sum, b, -1);
    return finish(arena, &sum);
}

const struct poly *poly_scale(struct arena *arena, const struct poly *a, int64_t factor)
{
    if (!a)
        return NULL;
    struct sum sum;
    begin(&sum);
    add_scaled(&sum, a, factor);
    return finish(arena, &sum);
}

static bool multiply_terms(const struct term *a, const struct term *b, struct term *product)
{
    *product = (struct term){.degree = a->degree + b->degree};
    if (product->degree > POLY_MAX_DEGREE ||
        __builtin_mul_overflow(a->coefficient, b->coefficient, &product->coefficient))
        return false;
    unsigned i = 0, j = 0;
    for (unsigned k = 0; k < product->degree; k++) {
        bool from_a = j == b->degree || (i < a->degree && a->atoms[i]->id <= b->atoms[j]->id);
        product->atoms[k] = from_a ? a->atoms[i++] : b->atoms[j++];
    }
    return true;
}

const struct poly *poly_multiply(struct arena *arena, const struct poly *a, const struct poly *b)
{
    if (!a || !b)
        return NULL;
    struct sum sum;
    begin(&sum);
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++) {
            struct term product;
            if (!multiply_terms(&a->terms[i], &b->terms[j], &product))
                return NULL;
            add_term(&sum, &product);
        }
    return finish(arena, &sum);
}

const struct poly *poly_divide_exactly(struct arena *arena, const struct poly *a, int64_t divisor)
{
    if (!a)
        return NULL;
    struct sum sum;
    begin(&sum);
    for (size_t k = 0; k < a->count; k++) {
        struct term term = a->terms[k];
        if (term.coefficient % divisor != 0)
            return NULL;
        term.coefficient /= divisor;
        add_term(&sum, &term);
    }
    return finish(arena, &sum);
}

unsigned atom_operand_count(const struct atom *atom)
{
    if (atom->kind == ATOM_LOAD)
        return 1;
    if (atom->kind != ATOM_DERIVED)
        return 0;
    return atom->derivation == DERIVED_SELECT ? ATOM_OPERANDS : 1;
}

static bool atom_depends_on(const struct atom *atom, const struct atom *on)
{
    for (unsigned k = 0; k < atom_operand_count(atom); k++)
        if (poly_mentions(atom->operands[k], on))
            return true;
    return atom == on;
}

bool poly_mentions(const struct poly *a, const struct atom *atom)
{
    if (!a)
        return true;
    for (size_t k = 0; k < a->count; k++)
        for (unsigned d = 0; d < a->terms[k].degree; d++)
            if (atom_depends_on(a->terms[k].atoms[d], atom))
                return true;
    return false;
}

/* TERM with every ATOM in it replaced, added to *RESULT. */
static const struct poly *replace_in_term(struct arena *arena, const struct term *term,
                                          const struct atom *atom, const struct poly *value)
{
    const struct poly *product = poly_constant(arena, term->coefficient);
    for (unsigned d = 0; d < term->degree; d++) {
        struct atom *factor = term->atoms[d];
        if (factor != atom && atom_depends_on(factor, atom))
            return NULL;
        product = poly_multiply(arena, product, factor == atom ? value : poly_atom(arena, factor));
    }
    return product;
}

const struct poly *poly_replace(struct arena *arena, const struct poly *a, const struct atom *atom,
                                const struct poly *value)
{
    if (!a || !value)
        return NULL;
    const struct poly *result = poly_constant(arena, 0);
    for (size_t k = 0; k < a->count; k++)
        result = poly_add(arena, result, replace_in_term(arena, &a->terms[k], atom, value));
    return result;
}

bool poly_equal(const struct poly *a, const struct poly *b)
{
    if (!a || !b || a->count != b->count)
        return false;
    for (size_t k = 0; k < a->count; k++)
        if (a->terms[k].coefficient != b->terms[k].coefficient ||
            compare_atoms(&a->terms[k], &b->terms[k]) != 0)
            return false;
    return true;
}

bool poly_is_constant(const struct poly *a, int64_t *value)
{
    if (!a || a->count > 1 || (a->count == 1 && a->terms[0].degree))
        return false;
    *value = a->count ? a->terms[0].coefficient : 0;
    return true;
}

bool poly_constant_difference(const struct poly *a, const struct poly *b, int64_t *difference)
{
    if (!a || !b)
        return false;
    struct sum sum;
    begin(&sum);
    add_scaled(&sum, a, 1);
    add_scaled(&sum, b, -1);
    *difference = sum.count ? sum.terms[0].coefficient : 0;
    return !sum.failed && (sum.count == 0 || (sum.count == 1 && !sum.terms[0].degree));
}

static bool has_kind(const struct poly *a, unsigned kinds);

static bool atom_has_kind(const struct atom *atom, unsigned kinds)
{
    for (unsigned k = 0; k < atom_operand_count(atom); k++)
        if (has_kind(atom->operands[k], kinds))
            return true;
    return kinds >> atom->kind & 1;
}

/* Whether some atom, also inside derived ones, is of one of the kinds in the mask 1 << kind. */
static bool has_kind(const struct poly *a, unsigned kinds)
{
    if (!a)
        return true;
    for (size_t k = 0; k < a->count; k++)
        for (unsigned d = 0; d < a->terms[k].degree; d++)
            if (atom_has_kind(a->terms[k].atoms[d], kinds))
                return true;
    return false;
}

bool poly_is_invariant(const struct poly *a)
{
    return !has_kind(a,
                     1u << ATOM_COUNTER | 1u << ATOM_INNER | 1u << ATOM_OPAQUE | 1u << ATOM_LOAD);
}

bool poly_is_opaque(const struct poly *a)
{
    return has_kind(a, 1u << ATOM_OPAQUE | 1u << ATOM_LOAD);
}

bool poly_is_lost(const struct poly *a)
{
    return has_kind(a, 1u << ATOM_OPAQUE);
}

int64_t poly_coefficient(const struct poly *a, const struct atom *atom)
{
    for (size_t k = 0; k < a->count; k++)
        if (a->terms[k].degree == 1 && a->terms[k].atoms[0] == atom)
            return a->terms[k].coefficient;
    return 0;
}

int64_t poly_constant_term(const struct poly *a)
{
    return a->count && !a->terms[a->count - 1].degree ? a->terms[a->count - 1].coefficient : 0;
}
