/*
 * An output is a stretch of memory or rows behind a table of pointers. Records address both by
 * offsets; this is where offsets become addresses, and where it is looked at whether they may.
 */
#include "output.h"

#include <errno.h>
#include <stdlib.h>

int64_t output_set_rows(struct output *output)
{
    output->low = rows_low(output->rows);
    output->high = rows_high(output->rows);
    return rows_pitch(output->rows);
}

bool output_holds(const struct output *output, int64_t offset, uint64_t length)
{
    if (__builtin_add_overflow(offset, output->shift, &offset) || offset < output->low ||
        offset > output->high || length > (uint64_t)output->high - (uint64_t)offset)
        return false;
    return output->rows == NULL || length == 0 || rows_hold(output->rows, offset, length);
}

char *output_address(const struct output *output, int64_t offset)
{
    return output->rows != NULL ? rows_address(output->rows, offset)
                                : output->base + offset + output->shift;
}

int64_t output_offset(const struct output *output, const volatile void *place)
{
    if (output->rows != NULL)
        return rows_offset(output->rows, place);
    return (int64_t)((uintptr_t)place - (uintptr_t)output->base);
}

int output_add_deep(struct output *output, const struct deep *deep)
{
    struct deep *made = realloc(output->deep, (output->deep_count + 1) * sizeof *made);
    if (made == NULL)
        return -ENOMEM;
    output->deep = made;
    output->deep[output->deep_count++] = *deep;
    return 0;
}

void output_release(struct output *output)
{
    rows_free(output->rows);
    free(output->deep);
}
