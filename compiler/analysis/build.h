/*
 * Trees that stand for code which is not in sight: made of what a pragma says it does, and walked
 * like the program's own.
 *
 * Every node stands at the builder's place, for messages, and can never be cut out of the text.
 */
#ifndef PPCC_BUILD_H
#define PPCC_BUILD_H

#include "../effects/effects.h"
#include "../model.h"

struct builder {
    struct unit *unit;
    struct diags *diags;
    struct pragma *pragma;
    struct function *scope; /* the function that is built */
    struct stmt *body;      /*  and what there is of its body */
    struct place place;     /* of what is being built */
    unsigned end;
    struct type *integer, *nothing; /* int and void */
    bool failed;                    /* a mistake was reported */
};

struct type *build_type(struct builder *b, struct type type);
struct type *build_pointer_to(struct builder *b, struct type *target);

struct expr *build_node(struct builder *b, enum expr_kind kind, struct type *type, size_t count,
                        struct expr *first, struct expr *second);
struct expr *build_number(struct builder *b, int64_t value, struct type *type);
struct expr *build_variable(struct builder *b, struct var *var);
struct expr *build_element(struct builder *b, struct expr *base, struct expr *index);
/* A call of the function that ENTRY tells of, with at most one argument. */
struct expr *build_call(struct builder *b, const struct library_function *entry, struct type *type,
                        struct expr *argument);
/* A value of TYPE of which nothing is known. */
struct expr *build_any(struct builder *b, struct type *type);

struct stmt *build_stmt(struct builder *b, enum stmt_kind kind);
struct stmt *build_evaluate(struct builder *b, struct expr *e);
/* A new variable with INIT as its value, and its declaration. */
struct stmt *build_declare(struct builder *b, struct type *type, struct expr *init);
/* STMT may happen or not. */
struct stmt *build_perhaps(struct builder *b, struct stmt *stmt);
/* for (T k = 0; k < COUNT; k++) BODY, where COUNTER declares k. */
struct stmt *build_repeat(struct builder *b, struct stmt *counter, struct expr *count,
                          struct stmt *body);
void build_add(struct builder *b, struct stmt *stmt); /* to the body */

/* Reports that the pragma makes no sense at AT. */
void build_mistake(struct builder *b, const struct clause_expr *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
