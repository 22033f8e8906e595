/* What of a type counts when memory is compared between two runs; see pieces.c. */
#ifndef PPCC_PIECES_H
#define PPCC_PIECES_H

#include "../ir.h"

/* The innermost element of an array, or the type itself. */
const struct type *type_base(const struct type *type);

/* Whether there are pointers in it, and how many, those of inner arrays once. */
bool type_has_pointer(const struct type *type);
unsigned type_count_pointers(const struct type *type);

/* A part of an element that counts. */
struct input_piece {
    int64_t offset, size;
    bool is_pointer;
};

enum { MAX_PIECES = 64 };

/* The parts of a record or a number of TYPE: how many, in PIECES, which may be NULL; 0: they cannot
 * be told apart. */
size_t input_pieces(const struct type *type, struct input_piece pieces[MAX_PIECES]);

#endif
