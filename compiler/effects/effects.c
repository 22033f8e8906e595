/*
 * The table of the library's functions, and how a name is looked up in it.
 *
 * The entries stand in the .def files, one per area, in the small language that the macros below
 * make: FUNCTION(name, what it returns, effects...). They describe glibc. Parameters are positions
 * from 0; each file is sorted by name, which the binary search needs and a test checks. What must
 * stay true of an entry: the function does nothing that the entry does not say, and what is said to
 * be written always is.
 */
#include "effects.h"

#include <stdlib.h>
#include <string.h>

/* clang-format off */

/* What is returned. */
#define VALUE                         .result = RESULT_VALUE
#define FRESH                         .result = RESULT_FRESH
#define SAME(position)                .result = RESULT_PARAM, .param = (position)
#define INSIDE(position)              .result = RESULT_INSIDE, .param = (position)
#define TOKEN                         .result = RESULT_CURSOR
#define STATIC(name)                  .result = RESULT_STATE, .state = (name)
#define CONSTANT                      .result = RESULT_CONSTANT
#define STREAM(file, how)             .result = RESULT_STREAM, .path = (file), .mode = (how)
#define DESCRIPTOR(file, how)         .result = RESULT_DESCRIPTOR, .path = (file), .mode = (how)
#define NUMBER_OF(position)           .result = RESULT_NUMBER, .param = (position)
#define MAPPING(how)                  .result = RESULT_MAPPING, .mode = (how)
#define NONE                          PARAM_NONE

/* How much memory. */
#define OBJECT                        {EXTENT_OBJECT, PARAM_NONE, PARAM_NONE}
#define STRING                        {EXTENT_STRING, PARAM_NONE, PARAM_NONE}
#define STRING_OF(most)               {EXTENT_STRING, (most), PARAM_NONE}
#define BYTES(count)                  {EXTENT_BYTES, (count), PARAM_NONE}
#define PRODUCT(count, times)         {EXTENT_BYTES, (count), (times)}
#define ELEMENTS(count)               {EXTENT_ELEMENTS, (count), PARAM_NONE}
#define FIXED(bytes)                  {EXTENT_FIXED, (bytes), PARAM_NONE}
#define CONVERTED                     {EXTENT_CONVERTED, PARAM_NONE, PARAM_NONE}
#define UNKNOWN                       {EXTENT_UNKNOWN, PARAM_NONE, PARAM_NONE}
#define VARIADIC                      PARAM_VARIADIC

/* Memory. */
#define PURE                          {.kind = EFFECT_NONE}
#define READS(where, much)            {.kind = EFFECT_READ, .param = (where), .extent = much}
#define WRITES(where, much)           {.kind = EFFECT_WRITE, .param = (where), .extent = much}
#define MAY_WRITE(where, much)        {.kind = EFFECT_MAY_WRITE, .param = (where), .extent = much}
#define WRITES_STRING(where, much)                                                                 \
    {.kind = EFFECT_WRITE_STRING, .param = (where), .extent = much}
#define MAY_WRITE_STRING(where, much)                                                              \
    {.kind = EFFECT_MAY_WRITE_STRING, .param = (where), .extent = much}
#define STORES_INSIDE(where, object)                                                               \
    {.kind = EFFECT_STORE_INSIDE, .param = (where), .other = (object)}
#define ON(what, where)               {.kind = (what), .param = (where)}
#define WRITES_FRESH(where)           ON(EFFECT_WRITE_FRESH, where)
#define REALLOCATES(where)            ON(EFFECT_REALLOCATE, where)
#define FREES(where)                  ON(EFFECT_FREE, where)
#define READS_ANYTHING                {.kind = EFFECT_READ_ANYTHING}

/* States. */
#define READS_STATE(state)            {.kind = EFFECT_READ_STATE, .name = (state)}
#define WRITES_STATE(state)           {.kind = EFFECT_WRITE_STATE, .name = (state)}
#define MAY_WRITE_STATE(state)        {.kind = EFFECT_MAY_WRITE_STATE, .name = (state)}
#define ERRNO                         MAY_WRITE_STATE("errno")
#define DRAWS                         READS_STATE(DRAWN_STATE), MAY_WRITE_STATE(DRAWN_STATE)
#define NUMBERS                       READS_STATE(NUMBER_STATE)
#define CURSOR(string, saved, state)                                                               \
    {.kind = EFFECT_CURSOR, .param = (string), .other = (saved), .name = (state)}

/* Streams and file descriptors. */
#define STREAM_READS(where)           ON(EFFECT_STREAM_READ, where)
#define STREAM_WRITES(where)          ON(EFFECT_STREAM_WRITE, where)
#define STREAM_FLUSHES(where)         ON(EFFECT_STREAM_FLUSH, where)
#define STREAM_MOVES(where)           ON(EFFECT_STREAM_MOVE, where)
#define STREAM_QUERIES(where)         ON(EFFECT_STREAM_QUERY, where)
#define STREAM_CLOSES(where)          ON(EFFECT_STREAM_CLOSE, where)
#define DESCRIPTOR_READS(where)       ON(EFFECT_DESCRIPTOR_READ, where)
#define DESCRIPTOR_WRITES(where)      ON(EFFECT_DESCRIPTOR_WRITE, where)
#define DESCRIPTOR_MOVES(where)       ON(EFFECT_DESCRIPTOR_MOVE, where)
#define DESCRIPTOR_QUERIES(where)     ON(EFFECT_DESCRIPTOR_QUERY, where)
#define DESCRIPTOR_CLOSES(where)      ON(EFFECT_DESCRIPTOR_CLOSE, where)
#define STDOUT                        {.kind = EFFECT_STDOUT}
#define STDERR                        {.kind = EFFECT_STDERR}
#define STDIN                         {.kind = EFFECT_STDIN}
#define PRINTS(format)                                                                             \
    ON(EFFECT_PRINT_FORMAT, format), READS(format, STRING), READS(VARIADIC, CONVERTED), ERRNO
#define PRINTS_LIST(format)                                                                        \
    ON(EFFECT_PRINT_FORMAT, format), READS(format, STRING), READS_ANYTHING, ERRNO
#define SCANS(format)                                                                              \
    ON(EFFECT_SCAN_FORMAT, format), READS(format, STRING), MAY_WRITE(VARIADIC, CONVERTED), ERRNO

/* Control and the world. */
#define CALLS(where, mask)            {.kind = EFFECT_CALL, .param = (where), .with = (mask)}
#define EXITS                         {.kind = EFFECT_EXIT}
#define WORLD_READ                    {.kind = EFFECT_WORLD_READ}
#define WORLD_WRITE                   {.kind = EFFECT_WORLD_WRITE}
#define FORBIDDEN(reason)             {.kind = EFFECT_FORBIDDEN, .name = (reason)}

#define FUNCTION(function, returned, ...)                                                          \
    {.name = #function,                                                                            \
     returned,                                                                                     \
     .effects = (const struct effect[]){__VA_ARGS__},                                              \
     .effect_count = sizeof((const struct effect[]){__VA_ARGS__}) / sizeof(struct effect)},

/* clang-format on */

static const struct library_function math_functions[] = {
#include "math.def"
};
static const struct library_function string_functions[] = {
#include "string.def"
};
static const struct library_function ctype_functions[] = {
#include "ctype.def"
};
static const struct library_function stdlib_functions[] = {
#include "stdlib.def"
};
static const struct library_function stdio_functions[] = {
#include "stdio.def"
};
static const struct library_function time_functions[] = {
#include "time.def"
};
static const struct library_function unistd_functions[] = {
#include "unistd.def"
};
static const struct library_function socket_functions[] = {
#include "socket.def"
};
static const struct library_function wchar_functions[] = {
#include "wchar.def"
};
static const struct library_function builtin_functions[] = {
#include "builtin.def"
};
static const struct library_function ppar_functions[] = {
#include "ppar.def"
};

/* For all of a threads library, whose functions are known by the beginning of their names. */
static const struct library_function thread_functions[] = {
    FUNCTION(pthread_, VALUE, FORBIDDEN("it is for threads, and a worker has only one"))};

static const struct area {
    const struct library_function *functions;
    size_t count;
} areas[] = {
#define AREA(functions)                                                                            \
    {                                                                                              \
        functions, sizeof(functions) / sizeof *(functions)                                         \
    }
    AREA(math_functions),  AREA(string_functions),  AREA(ctype_functions),  AREA(stdlib_functions),
    AREA(stdio_functions), AREA(time_functions),    AREA(unistd_functions), AREA(socket_functions),
    AREA(wchar_functions), AREA(builtin_functions), AREA(ppar_functions),
#undef AREA
};

enum { AREAS = sizeof areas / sizeof *areas };

/* ---- looking up --------------------------------------------------------------------------- */

static int compare_name(const void *key, const void *entry)
{
    return strcmp(key, ((const struct library_function *)entry)->name);
}

static const struct library_function *find_in(const struct area *area, const char *name)
{
    return bsearch(name, area->functions, area->count, sizeof *area->functions, compare_name);
}

static const struct library_function *find_exactly(const char *name)
{
    for (size_t k = 0; k < AREAS; k++) {
        const struct library_function *found = find_in(&areas[k], name);
        if (found)
            return found;
    }
    return NULL;
}

/* sqrtf and sqrtl are sqrt; only functions of math.def have such variants. */
static const struct library_function *find_variant(const char *name)
{
    enum { LONGEST_NAME = 32 };
    char stem[LONGEST_NAME + 1];
    size_t length = strnlen(name, LONGEST_NAME);
    if (length < 2 || length == LONGEST_NAME || !strchr("fl", name[length - 1]))
        return NULL;
    memcpy(stem, name, length - 1);
    stem[length - 1] = '\0';
    return find_in(&areas[0], stem);
}

static bool starts_with(const char *name, const char *prefix)
{
    return strncmp(name, prefix, strlen(prefix)) == 0;
}

static const struct library_function *find_family(const char *name)
{
    static const char *const prefixes[] = {"pthread_", "thrd_", "mtx_", "cnd_", "tss_", "sem_"};
    for (size_t k = 0; k < sizeof prefixes / sizeof *prefixes; k++)
        if (starts_with(name, prefixes[k]))
            return thread_functions;
    return NULL;
}

const struct library_function *effects_find(const char *name)
{
    static const char *const prefixes[] = {"__builtin_", "__isoc99_", "__isoc23_"};
    const struct library_function *found = find_exactly(name);
    for (size_t k = 0; !found && k < sizeof prefixes / sizeof *prefixes; k++)
        if (starts_with(name, prefixes[k]))
            return effects_find(name + strlen(prefixes[k]));
    if (!found)
        found = find_variant(name);
    return found ? found : find_family(name);
}

static bool is_in(const struct library_function *function, const struct library_function *area,
                  size_t count)
{
    return function >= area && function < area + count;
}

/* Whether the effect keeps no two calls apart: errno, which callers seldom read, and streams of
 * random numbers, which the iteration has for itself. */
static bool is_light(const struct effect *effect)
{
    bool is_state = effect->kind == EFFECT_MAY_WRITE_STATE || effect->kind == EFFECT_READ_STATE;
    return effect->kind == EFFECT_NONE || (is_state && !strcmp(effect->name, DRAWN_STATE)) ||
           (effect->kind == EFFECT_MAY_WRITE_STATE && !strcmp(effect->name, "errno"));
}

/* Elsewhere the locale may have its say. */
bool effects_are_of_numbers(const struct library_function *function)
{
    bool is_in_area =
        is_in(function, math_functions, sizeof math_functions / sizeof *math_functions) ||
        is_in(function, stdlib_functions, sizeof stdlib_functions / sizeof *stdlib_functions) ||
        is_in(function, builtin_functions, sizeof builtin_functions / sizeof *builtin_functions) ||
        is_in(function, ppar_functions, sizeof ppar_functions / sizeof *ppar_functions);
    bool has_value = function->result == RESULT_VALUE || function->result == RESULT_PARAM;
    for (size_t k = 0; k < function->effect_count; k++)
        has_value &= is_light(&function->effects[k]);
    return is_in_area && has_value;
}

const struct library_function *effects_get(size_t index)
{
    for (size_t k = 0; k < AREAS; k++) {
        if (index < areas[k].count)
            return &areas[k].functions[index];
        index -= areas[k].count;
    }
    return NULL;
}
