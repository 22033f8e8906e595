/* The C of a reduction: its identity, and the function that folds a part into the rest. */
#ifndef PPCC_REDUCTION_H
#define PPCC_REDUCTION_H

#include "../analysis/plan.h"

/* The definition of the function that folds parts for FOLD, and its name. */
const char *combine_name(struct arena *arena, const struct fold *fold);
const char *combine_definition(struct arena *arena, const struct fold *fold);

/* C: what each part of a single number starts from; NULL: from the value before the loop. */
const char *identity_value(const struct fold *fold);

/* C: a pointer to what each part starts from; "0" when a part starts from the value before the
 * loop. */
const char *identity_text(struct arena *arena, const struct fold *fold);

/* The same for a choice of the best, which is folded as the bytes of all its places. */
const char *best_name(struct arena *arena, const struct best_fold *best);
const char *best_definition(struct arena *arena, const struct best_fold *best);
int64_t best_size(const struct best_fold *best);

/* The function that makes a call in the parent: its name, its declaration for the head of the file,
 * and its definition, which needs what the file declares. */
const char *replay_name(struct arena *arena, const struct replay *replay);
const char *replay_declaration(struct arena *arena, const struct replay *replay);
const char *replay_definition(struct arena *arena, const struct replay *replay);

/* C: what a worker does in place of the call. LOOP: the name of the struct ppar_loop. */
const char *replay_note(struct arena *arena, const struct replay *replay, const char *loop,
                        size_t index);

#endif
