/*
 * The clause fuzzer's mutations: libFuzzer's own of bytes, with its dictionary, and besides, whole
 * clauses and expressions put in, taken out and put in the place of others.
 */
#include "words.h"

#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

/* Where a piece of the text begins or ends: behind a blank, a comma or a bracket. */
static size_t pick_border(struct dice *dice, const uint8_t *data, size_t size)
{
    size_t start = roll(dice, size + 1);
    for (size_t at = start; at < size; at++)
        if (at > 0 && data[at - 1] && strchr(" ,()[]:", data[at - 1]))
            return at;
    return size;
}

static void add_new(struct dice *dice, struct buf *out)
{
    const struct names usual = {0};
    if (one_in(dice, 2))
        put_clause(dice, &usual, out);
    else
        add_expression(dice, &usual, 3, out);
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    struct dice dice = dice_new(seed);
    struct buf out = {0};
    if (size && !one_in(&dice, 3))
        return LLVMFuzzerMutate(data, size, max_size);
    if (size == 0 || one_in(&dice, 4)) {
        add_pragma(&dice, &(struct names){0}, &out);
    } else {
        size_t start = pick_border(&dice, data, size), end = pick_border(&dice, data, size);
        end = end < start || one_in(&dice, 2) ? start : end;
        buf_add(&out, data, start);
        if (start == end || one_in(&dice, 2))
            add_new(&dice, &out);
        buf_puts(&out, one_in(&dice, 2) ? " " : "");
        buf_add(&out, data + end, size - end);
    }
    size = out.length < max_size ? out.length : max_size;
    if (size)
        memcpy(data, out.bytes, size);
    buf_release(&out);
    return size;
}
