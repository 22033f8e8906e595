/*
 * Marks: \1 place \7 is a read, \2 op \3 place \4 value \7 an assignment, \5 index \6 extent \7 a
 * subscript; \016 code \017 stands only in the instrumented program, \020 code \021 only in the
 * plain one.
 */
#include "text.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static char *format_new(const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *result = length < 0 ? NULL : malloc((size_t)length + 1);
    if (!result) {
        fputs("loops: out of memory\n", stderr);
        exit(2);
    }
    vsnprintf(result, (size_t)length + 1, format, arguments);
    return result;
}

char *text(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *result = format_new(format, arguments);
    va_end(arguments);
    return result;
}

char *text_read(const char *place)
{
    return text("\1%s\7", place);
}

char *text_assign(const char *place, const char *op, const char *value)
{
    return text("\2%s\3%s\4%s\7", op, place, value);
}

char *text_index(const char *index, int extent)
{
    return text("\5%s\6%d\7", index, extent);
}

char *text_update(const char *place, const char *op, const char *value)
{
    return text("\020%s = %s %s (%s)\021\016UPDATE(%s=, %s, %s)\017", place, place, op, value, op,
                place, value);
}

char *text_recorder(const char *code)
{
    return text("\016%s\017", code);
}

void lines_add(struct lines *lines, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *more = format_new(format, arguments);
    va_end(arguments);
    size_t length = strlen(more);
    if (lines->length + length + 1 > lines->room) {
        lines->room = 2 * lines->room + length + 1;
        lines->data = realloc(lines->data, lines->room);
        if (!lines->data) {
            fputs("loops: out of memory\n", stderr);
            exit(2);
        }
    }
    memcpy(lines->data + lines->length, more, length + 1);
    lines->length += length;
    free(more);
}

const char *lines_text(const struct lines *lines)
{
    return lines->data ? lines->data : "";
}

/* Prints up to the mark END, and returns the place behind it. */
static const char *print_until(FILE *file, const char *p, char end, bool instrumented);

static const char *print_assignment(FILE *file, const char *p, bool instrumented)
{
    const char *op = p;
    size_t length = strcspn(op, "\3");
    bool is_step = length == 2 && op[0] == op[1];
    bool is_plain = length == 1;
    const char *place = op + length + 1;
    if (!instrumented) {
        p = print_until(file, place, '\4', false);
        fprintf(file, is_step ? "%.*s" : " %.*s ", (int)length, op);
        return print_until(file, p, '\7', false);
    }
    if (is_plain)
        fputs("ASSIGN(", file);
    else
        fprintf(file, is_step ? "STEP(%.*s, " : "UPDATE(%.*s, ", (int)length, op);
    p = print_until(file, place, '\4', true);
    if (!is_step)
        fputs(", ", file);
    p = print_until(file, p, '\7', true);
    fputc(')', file);
    return p;
}

/* The place behind the mark END that belongs to the mark START before P. */
static const char *skip_until(const char *p, char start, char end)
{
    for (int depth = 1; depth; p++)
        depth += (*p == start) - (*p == end);
    return p;
}

static const char *print_mark(FILE *file, const char *p, bool instrumented)
{
    switch (*p) {
    case '\1':
        fputs(instrumented ? "READ(" : "", file);
        p = print_until(file, p + 1, '\7', instrumented);
        fputs(instrumented ? ")" : "", file);
        return p;
    case '\2':
        return print_assignment(file, p + 1, instrumented);
    case '\5':
        fputs(instrumented ? "INDEX(" : "", file);
        p = print_until(file, p + 1, '\6', instrumented);
        if (!instrumented)
            return strchr(p, '\7') + 1;
        fputs(", ", file);
        p = print_until(file, p, '\7', true);
        fputc(')', file);
        return p;
    case '\016':
        return instrumented ? print_until(file, p + 1, '\017', true)
                            : skip_until(p + 1, '\016', '\017');
    case '\020':
        return instrumented ? skip_until(p + 1, '\020', '\021')
                            : print_until(file, p + 1, '\021', false);
    default:
        fputc(*p, file);
        return p + 1;
    }
}

static const char *print_until(FILE *file, const char *p, char end, bool instrumented)
{
    while (*p != end)
        p = print_mark(file, p, instrumented);
    return end ? p + 1 : p;
}

void text_print(FILE *file, const char *marked, bool instrumented)
{
    print_until(file, marked, '\0', instrumented);
}

/* splitmix64 */
static uint64_t rng_next(struct rng *rng)
{
    uint64_t z = rng->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

unsigned rng_below(struct rng *rng, unsigned limit)
{
    return (unsigned)(rng_next(rng) % limit);
}

bool rng_percent(struct rng *rng, unsigned percent)
{
    return rng_below(rng, 100) < percent;
}

char *rng_word(struct rng *rng, const char *words)
{
    unsigned count = 1;
    for (const char *p = words; *p; p++)
        count += *p == '|';
    unsigned which = rng_below(rng, count);
    const char *start = words;
    while (which--)
        start = strchr(start, '|') + 1;
    return text("%.*s", (int)strcspn(start, "|"), start);
}
