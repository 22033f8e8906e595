/*
 * Which objects can be the same memory. Two declared variables never are. A pointer can point to
 * anything whose address somebody could have, unless one of these rules it out:
 *   - nothing but its name reaches the variable (its address is not taken);
 *   - a fresh pointer holds the only start of a block of its own;
 *   - a restrict parameter: nothing else reaches what is written through it;
 *   - a parameter's value is older than the automatic variables and the blocks of its function;
 *   - the calls of a static function, which all give two parameters different objects (callers.h);
 *   - the types: what is a double is not read or written as an int. Characters, and pointers that
 *     are cast before they are followed, are exempt.
 *   - the programmer's word, noalias(p, q).
 */
#ifndef PPCC_ALIAS_H
#define PPCC_ALIAS_H

#include "trace.h"

/* Whether some byte may belong to both objects. True for an object and itself. */
bool objects_may_overlap(struct trace *trace, const struct object *a, const struct object *b);

/* The same as far as the program's text tells. In the trace of a loop objects_may_overlap takes for
 * granted that two objects which can be told apart before the loop are, so before the loop is
 * accepted this has to be asked for every pair of objects one of which is written. */
bool objects_are_not_distinct(struct trace *trace, const struct object *a, const struct object *b);

/* Whether a test of addresses before the loop could tell whether A and B overlap. */
bool can_be_told_apart(const struct object *a, const struct object *b);

/* Whether two accesses may touch a common byte, without a look at counters and conditions. */
bool accesses_may_meet(struct trace *trace, const struct access *a, const struct access *b);

/* Whether ACCESS, to the same object, surely misses the SIZE bytes at OFFSET. */
bool access_misses(const struct access *access, const struct poly *offset, int64_t size);

/* Whether VAR always holds a null pointer or the start of a block that was allocated for it alone:
 * its address is not taken, and everything that is ever assigned to it is an allocation's result.
 */
bool var_is_fresh(const struct unit *unit, const struct var *var);

/* Whether the pointer VAR is ever assigned a pointer of another type, so that its own type says
 * nothing of what it points to. */
bool var_is_cast(const struct unit *unit, const struct var *var);

/* Whether an object of type WHOLE may have a part of type PART; the types that C lets alias. */
bool type_may_hold(const struct type *whole, const struct type *part);

#endif
