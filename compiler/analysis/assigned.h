/*
 * What is ever assigned to a variable, found by looking through the functions that can name it.
 */
#ifndef PPCC_ASSIGNED_H
#define PPCC_ASSIGNED_H

#include "../ir.h"

/* Calls VISIT for each expression of the tree, outer ones first; VISIT says whether to look inside.
 * Statements inside statement expressions are visited too. */
typedef bool expr_visitor(struct expr *e, void *data);
void visit_expr(struct expr *e, expr_visitor *visit, void *data);
void visit_stmt_exprs(struct stmt *stmt, expr_visitor *visit, void *data);

/* Whether there is an expression in the tree of one of the kinds in the mask of 1 << kind. */
bool expr_contains(struct expr *e, unsigned kinds);

enum {
    EXPRS_CALL = 1u << EXPR_CALL,
    EXPRS_CHANGE = 1u << EXPR_ASSIGN | 1u << EXPR_STEP | 1u << EXPR_BLOCK | 1u << EXPR_OPAQUE,
};

/* The variable that PLACE is or is a part of; NULL: it is behind a pointer. */
struct var *place_var(const struct expr *place);

typedef void stmt_visitor(struct stmt *stmt, void *data);
void visit_stmts(struct stmt *stmt, stmt_visitor *visit, void *data);

/* The same for the bodies of all functions of UNIT's program that can name VAR. */
void visit_namers(const struct unit *unit, const struct var *var, expr_visitor *visit, void *data);

/* Whether the automatic VAR gets its value once: a parameter or an initialised variable that
 * nothing assigns to, or a variable with one assignment; and its address is not taken. */
bool var_is_assigned_once(const struct var *var);

/* Whether STMT itself assigns to VAR, by name. */
bool stmt_assigns(struct stmt *stmt, const struct var *var);

/* The same, or to a part of it. */
bool stmt_assigns_part(struct stmt *stmt, const struct var *var);

/* How often UPDATES of VAR stand in FUNCTION: assignments, ++, --; not the initializer. */
size_t count_assignments(const struct function *function, const struct var *var);

#endif
