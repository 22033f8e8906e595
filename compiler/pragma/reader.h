/*
 * One pragma while it is being parsed: what the scanner (clause.l), the grammar (clause.y) and the
 * builder (reader.c) share.
 *
 * The scanner numbers tokens as in pragma->tokens; a span is a run of them. Before the grammar sees
 * the first token, pragma_parse has made sure that all brackets match, so that nesting is the
 * scanner's business alone: what stands deeper than the grammar looks is a TOKEN_ATOM, brackets
 * included, and no text can make the parser's stack deep.
 */
#ifndef PPCC_PRAGMA_READER_H
#define PPCC_PRAGMA_READER_H

#include "clauses.h"

/* The tokens first .. last. */
struct span {
    size_t first, last;
};

struct clause_reader {
    struct pragma *pragma;
    struct arena *arena;
    struct diags *diags;

    size_t next; /* number of the next token to scan */

    bool in_clause;                   /* the name of a clause or effect was read, its end not yet */
    size_t word;                      /* the token that is this name */
    const struct clause_entry *entry; /* NULL: it is an effect or unknown */
    const struct effect_word *effect; /* the word of effects(...) that is being read, or NULL */
    struct clause clause;             /* what is known of it so far */
    bool clause_failed;               /* something in it was reported */

    bool seen[CLAUSE_KIND_COUNT];    /* a clause of that kind was read */
    size_t first[CLAUSE_KIND_COUNT]; /* and this is its word */
};

/* What the grammar could have gone on with where it met a token that it could not. */
struct expectation {
    bool comma, colon, close;
};

/* A word of #pragma ppar effects(...). */
struct effect_word {
    const char *name;
    const char *wants; /* what its parentheses hold; NULL: it has none */
    bool is_built;
};

/* TAKES_ITEMS: with (item, ...) behind it. */
bool effect_word_find(const char *word, bool *takes_items);

/* The tokens of SPAN as an expression of C. */
struct clause_expr reader_expr(const struct clause_reader *reader, struct span span);

const char *reader_text(const struct clause_reader *reader, size_t token);
bool reader_is(const struct clause_reader *reader, size_t token, const char *text);
struct span reader_span(size_t token);
struct span span_join(struct span first, struct span last);

/* Called by the grammar in the order in which it recognises things. */
void reader_directive(struct clause_reader *reader, enum pragma_kind kind, struct span word);
void reader_unknown_directive(struct clause_reader *reader, struct span word);
void reader_begin(struct clause_reader *reader, struct span word);
void reader_value(struct clause_reader *reader, struct span value);
void reader_item(struct clause_reader *reader, struct span base);
void reader_section(struct clause_reader *reader, struct span base, struct span first,
                    struct span count);
void reader_schedule(struct clause_reader *reader, struct span kind);
void reader_operator(struct clause_reader *reader, struct span symbol);
void reader_order(struct clause_reader *reader, struct span word);
void reader_word(struct clause_reader *reader, struct span word);
void reader_string(struct clause_reader *reader, struct span literals);
void reader_unknown_clause(struct clause_reader *reader, struct span word);
void reader_unknown_effect(struct clause_reader *reader, struct span word);
void reader_effect(struct clause_reader *reader, struct span word);
void reader_end_effect(struct clause_reader *reader);
void reader_end_effects(struct clause_reader *reader); /* the pragma is complete */
void reader_packed_record(struct clause_reader *reader, struct span record);
void reader_packed_member(struct clause_reader *reader, struct span member);
/* The member of a union, when something holds: CHOICE is "u when tag == 1". */
void reader_packed_choice(struct clause_reader *reader, struct span choice, struct span member);
void reader_end_pack(struct clause_reader *reader);              /* the pragma is complete */
void reader_end(struct clause_reader *reader, struct span last); /* the clause is complete */
void reader_drop(struct clause_reader *reader); /* it is broken off, and was reported as wrong */

/* Scan and parse TEXT, the tokens each with a newline behind it. False: out of memory. */
bool reader_run(struct clause_reader *reader, const char *text, int length);

/* A mistake was reported in the clause, which goes on to its ')' but is not kept. */
void reader_fail(struct clause_reader *reader);

/* ---- mistakes.c --------------------------------------------------------------------------- */

/* Report a problem at the tokens of SPAN. */
struct diag *reader_error(struct clause_reader *reader, enum diag_id id, struct span span,
                          const char *format, ...) __attribute__((format(printf, 4, 5)));

/* "unknown THING 'word'; did you mean 'nearest'?"; NEAREST may be NULL. */
struct diag *reader_unknown(struct clause_reader *reader, enum diag_id id, const char *thing,
                            size_t word, const char *nearest);

/* A fix-it: the token is to be replaced. */
void reader_replace(struct clause_reader *reader, struct diag *diag, size_t token,
                    const char *replacement);

/* The text of a token for a message: its beginning when it is long. */
const char *reader_shown(const struct clause_reader *reader, size_t token);

void reader_too_deep(struct clause_reader *reader);

/* The token before reader->next is not one that the grammar can go on with. */
void reader_syntax_error(struct clause_reader *reader, struct expectation expectation);

#endif
