/*
 * Appending: out[n++] = v.
 *
 * Each chunk starts from the n that there was before the loop, n0, and so writes to elements from
 * n0 on of its worker's copy. That memory is there: the serial loop appends at least as many. The
 * record says n as the chunk has left it, as a part of a reduction, and addresses the elements as
 * they lie in the worker. Records are merged in iteration order, and the parent's own n is the
 * number of the next free element: elements are moved by n - n0, and then n by what the chunk has
 * added. As that is done before the next record is opened, a record is checked against the output's
 * range at the place where its elements will lie.
 *
 * The arithmetic is that of 64 bits, which wraps round; counters do not.
 */
#include "append.h"

#include <stdint.h>
#include <string.h>

static const size_t sizes[] = {
    [PPAR_INT8] = 1,  [PPAR_INT16] = 2,  [PPAR_INT32] = 4,  [PPAR_INT64] = 8,
    [PPAR_UINT8] = 1, [PPAR_UINT16] = 2, [PPAR_UINT32] = 4, [PPAR_UINT64] = 8,
};

static int is_signed(enum ppar_number type)
{
    return type <= PPAR_INT64;
}

/* The low bytes of a number are the first ones on some machines, and the last ones on others. */
static uint64_t get(const char *bytes, enum ppar_number type)
{
    uint8_t one;
    uint16_t two;
    uint32_t four;
    uint64_t eight;
    switch (sizes[type]) {
    case 1:
        memcpy(&one, bytes, sizeof one);
        return is_signed(type) ? (uint64_t)(int8_t)one : one;
    case 2:
        memcpy(&two, bytes, sizeof two);
        return is_signed(type) ? (uint64_t)(int16_t)two : two;
    case 4:
        memcpy(&four, bytes, sizeof four);
        return is_signed(type) ? (uint64_t)(int32_t)four : four;
    default:
        memcpy(&eight, bytes, sizeof eight);
        return eight;
    }
}

static void set(char *bytes, enum ppar_number type, uint64_t value)
{
    uint8_t one = (uint8_t)value;
    uint16_t two = (uint16_t)value;
    uint32_t four = (uint32_t)value;
    switch (sizes[type]) {
    case 1:
        memcpy(bytes, &one, sizeof one);
        return;
    case 2:
        memcpy(bytes, &two, sizeof two);
        return;
    case 4:
        memcpy(bytes, &four, sizeof four);
        return;
    default:
        memcpy(bytes, &value, sizeof value);
        return;
    }
}

int append_register(struct ppar_run *run, void *counter, enum ppar_number type)
{
    struct reduction made = {.acc = counter, .size = sizes[type], .counts = 1, .number = type};
    run->has_counters = 1;
    return reduce_add(&run->reductions, &made, NULL);
}

/* Counters and other reductions are one list. */
static size_t find_counter(const struct ppar_run *run, int number)
{
    size_t at = 0;
    while (!run->reductions.item[at].counts || number-- > 0)
        at++;
    return at;
}

void append_bind(struct ppar_run *run, int output, int counter, long long stride, bool is_pointer)
{
    struct output *bound = &run->outputs[output];
    bound->appends = 1;
    bound->counter = find_counter(run, counter);
    bound->stride = stride;
    bound->is_pointer = is_pointer;
}

static const struct reduction *counter_of(const struct ppar_run *run, const struct output *output)
{
    return &run->reductions.item[output->counter];
}

static uint64_t distance(const struct reduction *counter)
{
    return get(counter->acc, counter->number) - get(counter->identity, counter->number);
}

/* In bytes, as far as the counter has gone. */
static int64_t way(const struct output *output, const struct reduction *counter)
{
    uint64_t unit = output->is_pointer ? 1 : (uint64_t)output->stride;
    return (int64_t)(distance(counter) * unit);
}

struct appended append_found(const struct ppar_run *run, int output)
{
    const struct output *array = &run->outputs[output];
    const struct reduction *counter = counter_of(run, array);
    uint64_t first = array->is_pointer ? 0 : get(counter->identity, counter->number);
    return (struct appended){
        .first = (long long)(first * (uint64_t)array->stride),
        .count = way(array, counter) / array->stride,
        .stride = array->stride,
    };
}

void append_count(struct reduction *counter)
{
    enum ppar_number type = counter->number;
    uint64_t added = get(counter->part, type) - get(counter->identity, type);
    set(counter->acc, type, get(counter->acc, type) + added);
}

void append_forget(struct ppar_run *run)
{
    for (size_t k = 0; k < run->output_count; k++)
        run->outputs[k].shift = 0;
}

void append_move(struct ppar_run *run)
{
    for (size_t k = 0; k < run->output_count; k++) {
        struct output *output = &run->outputs[k];
        if (output->appends)
            output->shift = way(output, counter_of(run, output));
    }
}
