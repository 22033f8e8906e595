/*
 * Inspectors: what a loop's index arrays have to be like so that its iterations are independent.
 * They are called before the loop, read no number that the loop would not read itself, and take
 * time that grows as the number of iterations does.
 *
 * Whether numbers differ is seen in one of five ways, the cheapest first:
 *
 *   - they ascend or descend: one look at each;
 *   - there are more of them than values between the least and the greatest: they cannot;
 *   - the values lie close together: one bit for each, set when it is met;
 *   - they lie further apart: they are put into parts of the range first, and each part has its
 *     turn with the same few bits, which stay in the cache;
 *   - else they are sorted by radix, and equal ones are neighbours.
 *
 * Numbers become unsigned ones in the same order, so that one kind of arithmetic serves all types.
 * Memory comes from mmap, which leaves the program's heap as it was, and clean. When there is none
 * the answer is no, and the loop runs serially.
 */
#include "api.h"
#include "process.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

enum {
    COLUMNS_MOST = 8,
    BITS_EACH = 64,      /* as much memory as 64-bit numbers would take */
    CACHED_BITS = 24,    /* 2^24 bits are met in any order without leaving the cache */
    PART_BITS = 18,      /* at least: the binary logarithm of the values in a part */
    PART_BITS_MOST = 32, /* a value's place in its part is a uint32_t */
    CLEARED_EACH = 2048, /* bits of all parts for each number: clearing more takes longer than
                          * sorting */
    DIGIT_BITS = 11,
    DIGITS = 1 << DIGIT_BITS,
};

/* The ends of the range that some numbers lie in. */
struct survey {
    uint64_t least, greatest;
};

/* ---- by type ------------------------------------------------------------------------------ */

#define SIGN_BIT ((uint64_t)1 << 63)

/* For each type: reading, whether a column rises from each number to the next, the survey of one
 * more column, marking its values, of which none may be marked
 * yet, by a bit each, counting how many lie in each part of the range, putting them there, and
 * whether two columns make ascending ranges. */
#define DEFINE_TYPE(name, type, bias)                                                              \
    static uint64_t read_##name(const unsigned char *at)                                           \
    {                                                                                              \
        type value;                                                                                \
        memcpy(&value, at, sizeof value);                                                          \
        return (uint64_t)value ^ (bias);                                                           \
    }                                                                                              \
                                                                                                   \
    static bool rise_##name(const unsigned char *at, long long stride, uint64_t count)             \
    {                                                                                              \
        uint64_t last = read_##name(at);                                                           \
        for (uint64_t k = 1; k < count; k++) {                                                     \
            uint64_t value = read_##name(at += stride);                                            \
            if (value <= last)                                                                     \
                return false;                                                                      \
            last = value;                                                                          \
        }                                                                                          \
        return true;                                                                               \
    }                                                                                              \
                                                                                                   \
    static void survey_##name(const unsigned char *at, long long stride, uint64_t count,           \
                              struct survey *survey)                                               \
    {                                                                                              \
        uint64_t least = survey->least, greatest = survey->greatest;                               \
        for (uint64_t k = 0; k < count; k++, at += stride) {                                       \
            uint64_t value = read_##name(at);                                                      \
            least = value < least ? value : least;                                                 \
            greatest = value > greatest ? value : greatest;                                        \
        }                                                                                          \
        *survey = (struct survey){least, greatest};                                                \
    }                                                                                              \
                                                                                                   \
    static bool mark_##name(const unsigned char *at, long long stride, uint64_t count,             \
                            uint64_t least, uint64_t *bits)                                        \
    {                                                                                              \
        for (uint64_t k = 0; k < count; k++, at += stride) {                                       \
            uint64_t value = read_##name(at) - least, bit = (uint64_t)1 << value % 64;             \
            if (bits[value / 64] & bit)                                                            \
                return false;                                                                      \
            bits[value / 64] |= bit;                                                               \
        }                                                                                          \
        return true;                                                                               \
    }                                                                                              \
                                                                                                   \
    static void tally_##name(const unsigned char *at, long long stride, uint64_t count,            \
                             uint64_t least, unsigned shift, uint64_t *sizes)                      \
    {                                                                                              \
        for (uint64_t k = 0; k < count; k++, at += stride)                                         \
            sizes[(read_##name(at) - least) >> shift]++;                                           \
    }                                                                                              \
                                                                                                   \
    static void part_##name(const unsigned char *at, long long stride, uint64_t count,             \
                            uint64_t least, unsigned shift, uint64_t *starts, uint32_t *to)        \
    {                                                                                              \
        uint64_t low = ((uint64_t)1 << shift) - 1;                                                 \
        for (uint64_t k = 0; k < count; k++, at += stride) {                                       \
            uint64_t value = read_##name(at) - least;                                              \
            to[starts[value >> shift]++] = (uint32_t)(value & low);                                \
        }                                                                                          \
    }                                                                                              \
    static bool ascend_##name(const unsigned char *low, long long low_stride,                      \
                              const unsigned char *high, long long high_stride, uint64_t count)    \
    {                                                                                              \
        uint64_t last = 0;                                                                         \
        bool fell = false;                                                                         \
        for (uint64_t k = 0; k < count; k++, low += low_stride, high += high_stride) {             \
            uint64_t from = read_##name(low), to = read_##name(high);                              \
            fell |= from < last || to < from;                                                      \
            last = to;                                                                             \
        }                                                                                          \
        return !fell;                                                                              \
    }

DEFINE_TYPE(s1, int8_t, SIGN_BIT)
DEFINE_TYPE(s2, int16_t, SIGN_BIT)
DEFINE_TYPE(s4, int32_t, SIGN_BIT)
DEFINE_TYPE(s8, int64_t, SIGN_BIT)
DEFINE_TYPE(u1, uint8_t, 0)
DEFINE_TYPE(u2, uint16_t, 0)
DEFINE_TYPE(u4, uint32_t, 0)
DEFINE_TYPE(u8, uint64_t, 0)

struct type {
    uint64_t (*read)(const unsigned char *at);
    bool (*rise)(const unsigned char *at, long long stride, uint64_t count);
    void (*survey)(const unsigned char *at, long long stride, uint64_t count,
                   struct survey *survey);
    bool (*mark)(const unsigned char *at, long long stride, uint64_t count, uint64_t least,
                 uint64_t *bits);
    void (*tally)(const unsigned char *at, long long stride, uint64_t count, uint64_t least,
                  unsigned shift, uint64_t *sizes);
    void (*part)(const unsigned char *at, long long stride, uint64_t count, uint64_t least,
                 unsigned shift, uint64_t *starts, uint32_t *to);
    bool (*ascend)(const unsigned char *low, long long low_stride, const unsigned char *high,
                   long long high_stride, uint64_t count);
};

#define TYPE(name)                                                                                 \
    {                                                                                              \
        read_##name, rise_##name, survey_##name, mark_##name, tally_##name, part_##name,           \
            ascend_##name                                                                          \
    }

static const struct type types[] = {
    [PPAR_INT8] = TYPE(s1),   [PPAR_INT16] = TYPE(s2),  [PPAR_INT32] = TYPE(s4),
    [PPAR_INT64] = TYPE(s8),  [PPAR_UINT8] = TYPE(u1),  [PPAR_UINT16] = TYPE(u2),
    [PPAR_UINT32] = TYPE(u4), [PPAR_UINT64] = TYPE(u8),
};

static const unsigned char *first_of(const struct ppar_column *column)
{
    return (const unsigned char *)column->first;
}

/* The same numbers from the last one on. */
static void turn_round(struct ppar_column *column, uint64_t count)
{
    column->first += (long long)(count - 1) * column->stride;
    column->stride = -column->stride;
}

/* ---- memory ------------------------------------------------------------------------------- */

/* SIZE bytes of zeros, or NULL. They are touched in no order: with small pages most of the time
 * would go into their faults. */
static void *map_memory(uint64_t size)
{
    if (size > SIZE_MAX / 2)
        return NULL;
    void *memory =
        mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return NULL;
    madvise(memory, (size_t)size, MADV_HUGEPAGE);
    return memory;
}

/* ---- all different ------------------------------------------------------------------------ */

/* The numbers of COUNT iterations in some columns of one type. */
struct numbers {
    uint64_t count, total;
    size_t columns;
    struct ppar_column column[COLUMNS_MOST];
    const struct type *type;
};

static struct survey survey_all(const struct numbers *numbers)
{
    struct survey all = {.least = UINT64_MAX};
    for (size_t c = 0; c < numbers->columns; c++)
        numbers->type->survey(first_of(&numbers->column[c]), numbers->column[c].stride,
                              numbers->count, &all);
    return all;
}

/* Forwards or backwards. Left at the first number that is out of order. */
static bool rises(const struct numbers *numbers)
{
    struct ppar_column column = numbers->column[0], back = column;
    turn_round(&back, numbers->count);
    return numbers->columns == 1 &&
           (numbers->type->rise(first_of(&column), column.stride, numbers->count) ||
            numbers->type->rise(first_of(&back), back.stride, numbers->count));
}

static bool differ_by_bits(const struct numbers *numbers, uint64_t least, uint64_t range)
{
    uint64_t size = (range / 64 + 1) * 8;
    uint64_t *bits = map_memory(size);
    if (bits == NULL)
        return false;
    bool differ = true;
    for (size_t c = 0; c < numbers->columns && differ; c++)
        differ = numbers->type->mark(first_of(&numbers->column[c]), numbers->column[c].stride,
                                     numbers->count, least, bits);
    munmap(bits, (size_t)size);
    return differ;
}

/* Turns how many there are into where they start, one behind the other. */
static void starts_of(uint64_t sizes[DIGITS])
{
    uint64_t sum = 0;
    for (size_t d = 0; d < DIGITS; d++) {
        uint64_t size = sizes[d];
        sizes[d] = sum;
        sum += size;
    }
}

/* The places of all numbers in their parts, part by part; ENDS is where each part ends. */
static void fill_parts(const struct numbers *numbers, uint64_t least, unsigned shift,
                       uint64_t ends[DIGITS], uint32_t *places)
{
    for (size_t c = 0; c < numbers->columns; c++)
        numbers->type->tally(first_of(&numbers->column[c]), numbers->column[c].stride,
                             numbers->count, least, shift, ends);
    starts_of(ends);
    for (size_t c = 0; c < numbers->columns; c++)
        numbers->type->part(first_of(&numbers->column[c]), numbers->column[c].stride,
                            numbers->count, least, shift, ends, places);
}

static bool parts_differ(const uint32_t *places, const uint64_t ends[DIGITS], uint64_t *bits,
                         size_t size)
{
    uint64_t from = 0;
    for (size_t d = 0; d < DIGITS; from = ends[d++]) {
        if (ends[d] - from < 2)
            continue;
        memset(bits, 0, size);
        if (!types[PPAR_UINT32].mark((const unsigned char *)(places + from), sizeof *places,
                                     ends[d] - from, 0, bits))
            return false;
    }
    return true;
}

static bool differ_by_parts(const struct numbers *numbers, uint64_t least, uint64_t range)
{
    unsigned shift = PART_BITS;
    while (range >> shift >= DIGITS)
        shift++;
    uint64_t bits_size = ((uint64_t)1 << shift) / 8;
    uint64_t size = bits_size + numbers->total * sizeof(uint32_t);
    uint64_t *bits = map_memory(size), ends[DIGITS] = {0};
    if (bits == NULL)
        return false;
    uint32_t *places = (uint32_t *)(bits + bits_size / sizeof *bits);
    fill_parts(numbers, least, shift, ends, places);
    bool differ = parts_differ(places, ends, bits, (size_t)bits_size);
    munmap(bits, (size_t)size);
    return differ;
}

/* FROM in the order of the digit at SHIFT; what was in order stays so among equal digits. */
static void sort_by_digit(const uint64_t *from, uint64_t *to, uint64_t total, unsigned shift)
{
    uint64_t starts[DIGITS] = {0};
    for (uint64_t k = 0; k < total; k++)
        starts[from[k] >> shift & (DIGITS - 1)]++;
    starts_of(starts);
    for (uint64_t k = 0; k < total; k++)
        to[starts[from[k] >> shift & (DIGITS - 1)]++] = from[k];
}

static void copy_numbers(const struct numbers *numbers, uint64_t least, uint64_t *to)
{
    for (size_t c = 0; c < numbers->columns; c++) {
        const unsigned char *at = first_of(&numbers->column[c]);
        for (uint64_t k = 0; k < numbers->count; k++, at += numbers->column[c].stride)
            *to++ = numbers->type->read(at) - least;
    }
}

static bool neighbours_differ(const uint64_t *values, uint64_t total)
{
    for (uint64_t k = 1; k < total; k++)
        if (values[k] == values[k - 1])
            return false;
    return true;
}

static bool differ_by_order(const struct numbers *numbers, uint64_t least, uint64_t range)
{
    uint64_t size = 2 * numbers->total * sizeof(uint64_t);
    uint64_t *memory = map_memory(size);
    if (memory == NULL)
        return false;
    uint64_t *values = memory, *other = memory + numbers->total;
    copy_numbers(numbers, least, values);
    for (unsigned shift = 0; shift < 64 && range >> shift != 0; shift += DIGIT_BITS) {
        sort_by_digit(values, other, numbers->total, shift);
        uint64_t *sorted = other;
        other = values;
        values = sorted;
    }
    bool differ = neighbours_differ(values, numbers->total);
    munmap(memory, (size_t)size);
    return differ;
}

static bool differ(const struct numbers *numbers)
{
    if (rises(numbers))
        return true;
    struct survey survey = survey_all(numbers);
    uint64_t range = survey.greatest - survey.least;
    if (range < numbers->total - 1)
        return false;
    if (range >> CACHED_BITS == 0 && range / BITS_EACH <= numbers->total)
        return differ_by_bits(numbers, survey.least, range);
    if (range >> PART_BITS_MOST < DIGITS && range / CLEARED_EACH <= numbers->total)
        return differ_by_parts(numbers, survey.least, range);
    return differ_by_order(numbers, survey.least, range);
}

PPAR_API int ppar_distinct(unsigned long long count, enum ppar_number type, int columns, ...)
{
    struct numbers numbers = {.count = count, .type = &types[type]};
    if (columns < 1 || columns > COLUMNS_MOST || count > UINT64_MAX / (16 * COLUMNS_MOST))
        return 0;
    if (process.in_worker || count == 0)
        return 1; /* the loop runs serially anyhow */
    va_list args;
    va_start(args, columns);
    for (int k = 0; k < columns; k++)
        numbers.column[k] = va_arg(args, struct ppar_column);
    va_end(args);
    numbers.columns = (size_t)columns;
    numbers.total = count * (uint64_t)columns;
    int saved = errno;
    bool result = differ(&numbers);
    errno = saved;
    return result;
}

/* ---- ascending ranges --------------------------------------------------------------------- */

PPAR_API int ppar_ascending(unsigned long long count, enum ppar_number type,
                            struct ppar_column lows, struct ppar_column highs)
{
    if (process.in_worker || count == 0)
        return 1; /* the loop runs serially anyhow */
    if (lows.stride < 0 && highs.stride < 0) {
        turn_round(&lows, count);
        turn_round(&highs, count);
    }
    return types[type].ascend(first_of(&lows), lows.stride, first_of(&highs), highs.stride, count);
}
