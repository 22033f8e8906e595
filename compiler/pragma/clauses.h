/*
 * The words of the pragma language, as one table: what can follow a clause's name, whether it may
 * stand twice, and whether it is built. Everything that names clauses reads this table: the
 * scanner, the messages, and what "did you mean" chooses from.
 */
#ifndef PPCC_PRAGMA_CLAUSES_H
#define PPCC_PRAGMA_CLAUSES_H

#include "../model.h"

/* What stands behind the clause's name. The grammar (clause.y) has one rule for each. */
enum clause_shape {
    SHAPE_VALUE,     /* ( expression ) */
    SHAPE_ITEMS,     /* ( item, ... ) */
    SHAPE_SCHEDULE,  /* ( kind [, chunk] ) */
    SHAPE_REDUCTION, /* ( operator : item, ... ) */
    SHAPE_APPEND,    /* ( array, count ) */
    SHAPE_AFTER,     /* ( [unordered :] expression ) */
    SHAPE_WORD,      /* ( one of a few words ) */
    SHAPE_STRING,    /* ( "text" ) */
    SHAPE_LABEL,     /* nothing, or ( "text" ) */
};

struct clause_entry {
    const char *name;
    enum clause_shape shape;
    bool may_repeat;
    bool takes_sections; /* its items may be a[first : count] */
    const char *wants;   /* what its parentheses hold, for messages */
    const char *words;   /* SHAPE_WORD: separated by one blank */
};

const struct clause_entry *clause_get(enum clause_kind kind);
bool clause_find(const char *name, enum clause_kind *found);

/* The clause whose name is most like WORD, a slip of the pen away; false: none is. */
bool clause_nearest(const char *word, enum clause_kind *found);

/* For a clause of another language that programmers may try: what to say instead of "did you mean",
 * or NULL. */
const char *clause_advice(const char *word);

/* That of COUNT words which WORD was most likely meant to be, or NULL. */
const char *nearest_word(const char *word, const char *const *words, size_t count);

#endif
