/*
 * What is said of a loop whose parallel run has left something else than the serial one:
 *
 *     ppar: sweep.c:12: PPAR_VERIFY: the parallel loop leaves something else than the serial one
 *     ppar:     'count': 100 serially, 0 in parallel, 0 before the loop; serially last changed in
 *               iteration 99 (i = 99)
 *     ppar:     stdout from byte 12 on: "7\n" serially, "3\n" in parallel
 *     ppar: what a clause of this loop says, or effects that are declared, is not so
 *
 * Differences are cut into places: a variable, a block of the heap, a stretch of other memory.
 * Those are left out that mean nothing: variables that are of no use after the loop and can be told
 * by their name alone (static ones in functions), pointers to what iterations have allocated, and
 * what lies behind the end of a string. The first places are told, each with the first of its
 * numbers.
 */
#include "discrepancy.h"
#include "api.h"
#include "failure.h"
#include "message.h"
#include "report.h"
#include "symbols.h"
#include "verify.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NEARBY 65536 /* bytes below the loop that are still of its function */

/* A place: what differs in it lies between START and END. */
struct spot {
    uintptr_t start, end;
    uintptr_t from, to;          /* all that is known of it, */
    const char *serial, *before; /*  from FROM on */
    struct found in;
};

/* All places that count; the first ones are kept. */
struct places {
    const struct verify *verify;
    struct spot kept[WATCHED];
    size_t count;
    unsigned long long bytes;
};

/* ---- what counts -------------------------------------------------------------------------- */

/* Whether the name is a part of the symbol, which compilers and linkers put together with points.
 */
static int is_part(const char *name, const char *symbol)
{
    size_t length = strlen(name);
    for (const char *at = symbol; at != NULL; at = strchr(at, '.')) {
        at += at != symbol;
        if (strncmp(at, name, length) == 0 && (at[length] == '\0' || at[length] == '.'))
            return 1;
    }
    return 0;
}

/* Whether the compiler has told of a variable of this name; or may have, where the file that is
 * loaded has no names. */
static int is_dead(const struct ppar_loop *loop, const struct variable *variable)
{
    for (int k = 0; k < loop->dead_count; k++)
        if (loop->dead[k].address == NULL && variable->is_loaded &&
            (variable->size == 0 || is_part(loop->dead[k].name, variable->symbol)))
            return 1;
    return 0;
}

/* Whether the byte may differ; IS_OLD: it is as it was before the loop. */
static int may_differ(const struct verify *verify, uintptr_t at, int is_old)
{
    for (size_t k = 0; k < verify->leeway_count; k++) {
        const struct leeway *leeway = &verify->leeways[k];
        if (at < leeway->start || at >= leeway->end)
            continue;
        if (leeway->size == 0 && is_old)
            return 1;
        uintptr_t distance = at - leeway->first;
        if (leeway->stride != 0)
            distance %= leeway->stride;
        if (leeway->size != 0 && distance < leeway->size)
            return 1;
    }
    return 0;
}

/* What counts of a stretch of one thing, from the first to the last byte. */
static void add_spot(struct places *places, struct spot spot)
{
    size_t length = spot.to - spot.from, first = length, last = 0;
    unsigned long long bytes = 0;
    const char *here = (const char *)spot.from;
    for (size_t k = 0; k < length; k++) {
        if (here[k] == spot.serial[k] ||
            may_differ(places->verify, spot.from + k, here[k] == spot.before[k]))
            continue;
        first = k < first ? k : first;
        last = k + 1;
        bytes++;
    }
    if (bytes == 0)
        return;
    spot.start = spot.from + first;
    spot.end = spot.from + last;
    if (places->count < WATCHED)
        places->kept[places->count] = spot;
    places->count++;
    places->bytes += bytes;
}

/* Cuts the part at the ends of variables. */
static void add_part(struct places *places, const struct found *part, const char *serial,
                     const char *before)
{
    struct variable variable;
    for (uintptr_t at = part->start, end; at < part->end; at = end) {
        int is_known = symbols_variable(at, &variable);
        size_t passed = at - part->start;
        end = part->end;
        if (is_known && variable.start + variable.size < end)
            end = variable.start + variable.size;
        if (!is_dead(places->verify->loop, &variable))
            add_spot(places, (struct spot){.from = at,
                                           .to = end,
                                           .serial = serial + passed,
                                           .before = before + passed,
                                           .in = *part});
    }
}

/* The parts ascend, as the differences do that they are parts of. */
static int find_places(struct places *places, const struct differences *memory)
{
    struct found *parts;
    char *before;
    size_t k = 0, passed = 0, at = 0;
    ssize_t count =
        witness_ask(&places->verify->witness, memory->items, memory->count, &parts, &before);
    for (ssize_t n = 0; n < count; n++) {
        for (; memory->items[k].end <= parts[n].start; k++)
            passed += memory->items[k].end - memory->items[k].start;
        add_part(places, &parts[n],
                 memory->bytes + passed + (parts[n].start - memory->items[k].start), before + at);
        at += parts[n].end - parts[n].start;
    }
    free(parts);
    if (count >= 0 && places->count == 0 && memory->is_cut)
        return -EFBIG;
    return count < 0 ? (int)count : 0;
}

/* ---- numbers ------------------------------------------------------------------------------ */

/* One of them, as the three runs have it: WIDTH bytes at AT. */
struct number {
    uintptr_t at;
    size_t width;
    char serial[8], here[8], before[8];
};

/* What is not known to differ is as it is here. */
static void take(struct number *number, const struct spot *spot, uintptr_t at, size_t width)
{
    *number = (struct number){.at = at, .width = width};
    memcpy(number->here, (const void *)at, width);
    for (size_t k = 0; k < width; k++) {
        int is_known = at + k >= spot->from && at + k < spot->to;
        number->serial[k] = is_known ? spot->serial[at + k - spot->from] : number->here[k];
        number->before[k] = is_known ? spot->before[at + k - spot->from] : number->here[k];
    }
}

static double as_double(const char *bytes)
{
    double number;
    memcpy(&number, bytes, sizeof number);
    return number;
}

static float as_float(const char *bytes)
{
    float number;
    memcpy(&number, bytes, sizeof number);
    return number;
}

static int64_t as_integer(const char *bytes, size_t width)
{
    int64_t wide;
    int32_t word;
    int16_t half;
    switch (width) {
    case 8:
        memcpy(&wide, bytes, sizeof wide);
        return wide;
    case 4:
        memcpy(&word, bytes, sizeof word);
        return word;
    case 2:
        memcpy(&half, bytes, sizeof half);
        return half;
    default:
        return (unsigned char)*bytes;
    }
}

/* Nobody knows the type. Numbers that programs compute with are mostly of this size. */
static int is_usual(double number)
{
    return (number > 1e-12 && number < 1e18) || (number < -1e-12 && number > -1e18);
}

static int is_small(const char *bytes)
{
    int64_t integer = as_integer(bytes, 8);
    return integer == (int32_t)integer;
}

/* Whether eight bytes are one number, and not two: a floating-point one, or a small integer. */
static int is_wide(const struct number *number)
{
    return is_usual(as_double(number->serial)) || is_usual(as_double(number->here)) ||
           (is_small(number->serial) && is_small(number->here) && is_small(number->before));
}

static void find_number(struct number *number, const struct spot *spot)
{
    struct variable variable;
    size_t size = symbols_variable(spot->start, &variable) ? variable.size : sizeof number->here;
    uintptr_t at = spot->start & ~(uintptr_t)7;
    if (size % 8 == 0) {
        take(number, spot, at, 8);
        if (is_wide(number))
            return;
    }
    size_t width = size % 4 == 0 ? 4 : size % 2 == 0 ? 2 : 1;
    take(number, spot, spot->start - spot->start % width, width);
}

static void describe_number(const char *bytes, size_t width, char *text, size_t size)
{
    if (width == 8 && is_usual(as_double(bytes)))
        snprintf(text, size, "%.17g", as_double(bytes));
    else if (width == 4 && is_usual((double)as_float(bytes)))
        snprintf(text, size, "%.9g", (double)as_float(bytes));
    else
        snprintf(text, size, "%lld", (long long)as_integer(bytes, width));
}

static void describe_values(const struct number *number, char *text, size_t size)
{
    char serial[40], here[40], before[40];
    describe_number(number->serial, number->width, serial, sizeof serial);
    describe_number(number->here, number->width, here, sizeof here);
    describe_number(number->before, number->width, before, sizeof before);
    snprintf(text, size, "%s serially, %s in parallel, %s before the loop", serial, here, before);
}

/* ---- words -------------------------------------------------------------------------------- */

/* The function in whose frame the place is, without how far it is. */
static int name_frame(const struct verify *verify, uintptr_t at, char *text, size_t size)
{
    const struct calls *calls = &verify->calls;
    uintptr_t end = (uintptr_t)verify->loop;
    if (at < end - NEARBY)
        return 0;
    for (int k = 0; k + 1 < calls->depth; k++) {
        char name[256];
        end = scope_find_word(end, calls->frames[k + 1]);
        if (end == 0)
            return 0;
        end += sizeof(void *);
        if (at >= end)
            continue;
        symbols_name(calls->frames[k], 1, name, sizeof name);
        snprintf(text, size, "memory on the stack of %.*s", (int)strcspn(name, "+"), name);
        return 1;
    }
    return 0;
}

static void name_place(const struct verify *verify, const struct spot *spot, uintptr_t at,
                       char *text, size_t size)
{
    struct variable variable;
    if (spot->in.block != 0)
        snprintf(text, size, "byte %zu of a block of the heap with %zu bytes",
                 (size_t)(at - spot->in.block), spot->in.block_size);
    else if (symbols_variable(spot->start, &variable) && at <= variable.start)
        snprintf(text, size, "'%s'", variable.name);
    else if (variable.start != 0)
        snprintf(text, size, "byte %zu of '%s'", (size_t)(at - variable.start), variable.name);
    else if (!name_frame(verify, at, text, size))
        snprintf(text, size, "memory at %p", (const void *)at);
}

static void quote(const char *bytes, size_t length, char *text, size_t size)
{
    size_t at = 0;
    for (size_t k = 0; k < length && at + 5 < size; k++) {
        unsigned char c = (unsigned char)bytes[k];
        if (c == '\n')
            at += (size_t)snprintf(text + at, size - at, "\\n");
        else if (isprint(c))
            text[at++] = (char)c;
        else
            at += (size_t)snprintf(text + at, size - at, "\\%03o", c);
    }
    text[at] = '\0';
}

static void tell_printed(const struct printed_difference *printed)
{
    char serial[4 * EXCERPT + 8], here[4 * EXCERPT + 8];
    quote(printed->a, printed->a_length, serial, sizeof serial);
    quote(printed->b, printed->b_length, here, sizeof here);
    message("    stdout of the loop, from byte %llu on: \"%s\" serially, \"%s\" in parallel",
            (unsigned long long)printed->at, serial, here);
}

static void tell_place(const struct verify *verify, const struct spot *spot,
                       const struct number *number, uint64_t iteration)
{
    char name[256], values[160], where[256] = "", length[64] = "";
    name_place(verify, spot, number->at, name, sizeof name);
    describe_values(number, values, sizeof values);
    if (iteration != NOBODY)
        report_range(verify->loop, &(struct range){iteration, iteration + 1}, where, sizeof where);
    if (spot->end > number->at + number->width)
        snprintf(length, sizeof length, ", and up to %zu bytes from there",
                 (size_t)(spot->end - number->at));
    message("    %s%s: %s%s%s", name, length, values,
            *where != '\0' ? "; serially last changed" : "", where);
}

static void tell_places(const struct places *places)
{
    const struct verify *verify = places->verify;
    size_t count = places->count < WATCHED ? places->count : WATCHED;
    struct number numbers[WATCHED];
    struct stretch watched[WATCHED];
    uint64_t iterations[WATCHED];
    if (count == 0)
        return;
    for (size_t k = 0; k < count; k++) {
        find_number(&numbers[k], &places->kept[k]);
        watched[k] = (struct stretch){numbers[k].at, numbers[k].at + numbers[k].width};
    }
    witness_watch(&verify->witness, watched, count, iterations);
    for (size_t k = 0; k < count; k++)
        tell_place(verify, &places->kept[k], &numbers[k], iterations[k]);
    if (places->count > count)
        message("    and %zu places more; %llu bytes in all", places->count - count, places->bytes);
}

int discrepancy_report(const struct verify *verify, const struct discrepancy *found)
{
    char place[256];
    struct places places = {.verify = verify};
    int error = found->memory.count > 0 ? find_places(&places, &found->memory) : 0;
    if (error < 0 || (places.count == 0 && !found->prints_differ && found->serial_end == NULL))
        return error;
    fflush(stdout);
    message("%s: PPAR_VERIFY: the parallel loop does not leave what the serial one leaves",
            failure_place(verify->loop, place, sizeof place));
    if (found->serial_end != NULL)
        message("    the serial one %s", found->serial_end);
    if (found->prints_differ)
        tell_printed(&found->printed);
    tell_places(&places);
    message("what a clause says of this loop, or declared effects, is not so");
    return 1;
}
