/*
 * The flow dependences, projected on the symbols, are the values for which there is one. All others
 * are safe:
 *
 *     a[i + m] = a[i]     collides for 1 <= m < n, so  m <= 0 || m >= n  is the guard
 *
 * Where the dependences are only known to be among the pairs, some safe values are taken for
 * collisions, never the other way round. isl makes the set an expression; what it prints is C once
 * symbols have their text. It is computed in 128 bits.
 * Safe values count where they are usual (usual.h).
 */
#include "safe.h"

#include "guard.h"
#include "iteration.h"
#include "render.h"
#include "usual.h"

#include <isl/aff.h>
#include <isl/ast.h>
#include <isl/ast_build.h>
#include <isl/id.h>
#include <isl/val.h>

#include <stdlib.h>

enum { GUARD_OPERATIONS = 45000, MAX_NODES = 60, MAX_DISJUNCTS = 6, MAX_COEFFICIENT_BITS = 48 };

/* ---- printing ----------------------------------------------------------------------------- */

struct printer {
    struct trace *trace;
    bool is_for_message;
    bool failed;
    unsigned nodes;
};

static const char *expr_text(struct printer *printer, isl_ast_expr *e);

static const char *symbol_text(struct printer *printer, isl_ast_expr *e)
{
    isl_id *id = isl_ast_expr_id_get_id(e);
    const struct poly *value = product_of(printer->trace, isl_id_get_name(id));
    isl_id_free(id);
    return printer->is_for_message ? poly_name(printer->trace->arena, value)
                                   : poly_wide_text(printer->trace->arena, value);
}

static const char *number_text(struct printer *printer, isl_ast_expr *e)
{
    isl_val *value = isl_ast_expr_int_get_val(e);
    isl_val *size = isl_val_abs(isl_val_copy(value));
    isl_val *limit = isl_val_2exp(isl_val_int_from_ui(printer->trace->isl, MAX_COEFFICIENT_BITS));
    bool fits = isl_val_lt(size, limit) == isl_bool_true;
    long number = fits ? isl_val_get_num_si(value) : 0;
    isl_val_free(value);
    isl_val_free(size);
    isl_val_free(limit);
    return fits ? arena_printf(printer->trace->arena, "%ld", number) : NULL;
}

/* From loosely to tightly bound. */
enum binding { OR, AND, COMPARISON, SUM, PRODUCT, OPERAND };

static enum binding binding_of(isl_ast_expr *e)
{
    if (isl_ast_expr_get_type(e) != isl_ast_expr_op)
        return OPERAND;
    switch (isl_ast_expr_op_get_type(e)) {
    case isl_ast_expr_op_or:
        return OR;
    case isl_ast_expr_op_and:
        return AND;
    case isl_ast_expr_op_add:
    case isl_ast_expr_op_sub:
    case isl_ast_expr_op_minus:
        return SUM;
    case isl_ast_expr_op_mul:
        return PRODUCT;
    default:
        return COMPARISON;
    }
}

/* An operand of an operation that needs operands bound at least as tightly as LEAST. */
static const char *operand_text(struct printer *printer, isl_ast_expr *e, int index,
                                enum binding least)
{
    isl_ast_expr *operand = isl_ast_expr_op_get_arg(e, index);
    const char *text = expr_text(printer, operand);
    if (text && binding_of(operand) < least)
        text = arena_printf(printer->trace->arena, "(%s)", text);
    isl_ast_expr_free(operand);
    return text;
}

static const char *infix(struct printer *printer, isl_ast_expr *e, const char *op,
                         enum binding left_least, enum binding right_least)
{
    const char *left = operand_text(printer, e, 0, left_least);
    const char *right = operand_text(printer, e, 1, right_least);
    return left && right ? arena_printf(printer->trace->arena, "%s %s %s", left, op, right) : NULL;
}

static const struct infix {
    enum isl_ast_expr_op_type type;
    const char *text;
    enum binding left, right; /* what the operands have to be */
} infixes[] = {
    {isl_ast_expr_op_and, "&&", AND, AND},
    {isl_ast_expr_op_or, "||", OR, OR},
    {isl_ast_expr_op_eq, "==", SUM, SUM},
    {isl_ast_expr_op_le, "<=", SUM, SUM},
    {isl_ast_expr_op_lt, "<", SUM, SUM},
    {isl_ast_expr_op_ge, ">=", SUM, SUM},
    {isl_ast_expr_op_gt, ">", SUM, SUM},
    {isl_ast_expr_op_add, "+", SUM, SUM},
    {isl_ast_expr_op_sub, "-", SUM, PRODUCT},
    {isl_ast_expr_op_mul, "*", OPERAND, OPERAND},
    {isl_ast_expr_op_pdiv_r, "%", OPERAND, OPERAND},
    {isl_ast_expr_op_zdiv_r, "%", OPERAND, OPERAND},
    {isl_ast_expr_op_div, "/", OPERAND, OPERAND},
    {isl_ast_expr_op_pdiv_q, "/", OPERAND, OPERAND},
};

static const char *operation_text(struct printer *printer, isl_ast_expr *e)
{
    enum isl_ast_expr_op_type type = isl_ast_expr_op_get_type(e);
    if (type == isl_ast_expr_op_minus) {
        const char *operand = operand_text(printer, e, 0, OPERAND);
        return operand ? arena_printf(printer->trace->arena, "-%s", operand) : NULL;
    }
    for (size_t k = 0; k < sizeof infixes / sizeof infixes[0]; k++)
        if (infixes[k].type == type)
            return infix(printer, e, infixes[k].text, infixes[k].left, infixes[k].right);
    return NULL;
}

static const char *expr_text(struct printer *printer, isl_ast_expr *e)
{
    if (printer->nodes++ > MAX_NODES)
        return NULL;
    switch (isl_ast_expr_get_type(e)) {
    case isl_ast_expr_id:
        return symbol_text(printer, e);
    case isl_ast_expr_int:
        return number_text(printer, e);
    case isl_ast_expr_op:
        return operation_text(printer, e);
    default:
        return NULL;
    }
}

static bool print_set(struct trace *trace, isl_set *safe, isl_set *possible, const char **text,
                      const char **condition)
{
    isl_ast_build *build = isl_ast_build_from_context(possible);
    isl_ast_expr *e = isl_ast_build_expr_from_set(build, safe);
    struct printer name = {.trace = trace, .is_for_message = true}, code = {.trace = trace};
    *text = e ? expr_text(&name, e) : NULL;
    *condition = e ? expr_text(&code, e) : NULL;
    isl_ast_expr_free(e);
    isl_ast_build_free(build);
    return *text && *condition;
}

/* ---- the guards --------------------------------------------------------------------------- */

/* Adds the guard that the symbols have none of the UNSAFE values. */
static bool guard_against(struct loop *loop, isl_set *unsafe, const struct occasion *occasion)
{
    struct trace *trace = loop->trace;
    query_begin(trace);
    isl_ctx_set_max_operations(trace->isl, GUARD_OPERATIONS); /* these take longest */
    isl_set *possible = possible_values(trace, unsafe, 1, NULL);
    isl_set *safe = isl_set_coalesce(isl_set_subtract(isl_set_copy(possible), unsafe));
    safe = isl_set_coalesce(usual_part(trace, occasion, safe));
    safe = isl_set_gist_params(safe, isl_set_copy(possible));
    isl_size disjuncts = safe ? isl_set_n_basic_set(safe) : 0;
    const char *text, *condition;
    if (disjuncts < 1 || disjuncts > MAX_DISJUNCTS) {
        isl_set_free(safe);
        isl_set_free(possible);
        return false;
    }
    if (!print_set(trace, safe, possible, &text, &condition))
        return false;
    add_guard(trace->arena, loop, text, condition);
    return true;
}

bool guard_flow(struct loop *loop, const struct use *use)
{
    if (!use->flows.count || !use->flow_pairs || !ranges_are_known(loop->trace))
        return false;
    const struct flow *first = &use->flows.items[0];
    struct occasion occasion = {first->write->context, first->read->context};
    query_begin(loop->trace);
    return guard_against(loop, isl_map_params(isl_map_copy(use->flow_pairs)), &occasion);
}

bool guard_natural(struct loop *loop, struct context *context, const struct poly *value)
{
    struct trace *trace = loop->trace;
    struct occasion occasion = {context, context};
    struct instance instance = instance_of(trace, context, value, NULL);
    bool exact = true;
    if (!ranges_are_known(trace))
        return false;
    query_begin(trace);
    isl_pw_aff *affine = affine_value(&instance, value);
    if (!affine)
        return false;
    isl_set *unsafe = instance_universe(&instance);
    unsafe = restrict_to_symbols(&instance, unsafe, value);
    unsafe = restrict_to_context(&instance, unsafe, context, NULL, &exact);
    unsafe = isl_set_subtract(unsafe, isl_pw_aff_nonneg_set(affine));
    return guard_against(loop, isl_set_params(unsafe), &occasion);
}
