/*
 * Whether a word is a compiler is told by its name alone, since a program of any name may stand in
 * PATH, and an input may have any name, too: `gcc`, `/usr/bin/cc`, `clang-14`, `musl-gcc` and
 * `x86_64-linux-gnu-g++` end in one of few words, with a version behind it perhaps, and have no
 * suffix, which inputs have. A launcher may stand before the compiler, with settings of its own.
 */
#include "launched.h"

#include "paths.h"

#include <ctype.h>
#include <string.h>

static bool is_among(const char *name, const char *const *names)
{
    while (*names && strcmp(name, *names) != 0)
        names++;
    return *names != NULL;
}

static bool is_launcher(const char *word)
{
    static const char *const names[] = {"ccache", "sccache", "distcc", "icecc", "env", NULL};
    return is_among(base_name(word), names);
}

/* NAME=value, for env, and for ccache, which takes settings in front of the compiler. */
static bool is_setting(const char *word)
{
    return *word != '-' && strchr(word, '=');
}

/* The length of NAME without the version at its end: that of "gcc" in "gcc-12.2". */
static size_t length_without_version(const char *name)
{
    size_t length = strlen(name), stem = length;
    while (stem && (isdigit((unsigned char)name[stem - 1]) || name[stem - 1] == '.'))
        stem--;
    if (stem < length && stem && name[stem - 1] == '-')
        stem--;
    return stem;
}

static bool ends_with(const char *name, size_t length, const char *end)
{
    size_t tail = strlen(end);
    return length >= tail && memcmp(name + length - tail, end, tail) == 0;
}

static bool is_compiler(const char *word)
{
    static const char *const standards[] = {"c89", "c99", "c11", "c17", NULL};
    static const char *const ends[] = {"cc", "clang", "icx", "++", NULL};
    const char *name = base_name(word);
    size_t length = length_without_version(name);
    if (*word == '-' || memchr(name, '.', length))
        return false;
    for (const char *const *end = ends; *end; end++)
        if (ends_with(name, length, *end))
            return true;
    return is_among(name, standards);
}

bool compiles_cplusplus(const char *word)
{
    const char *name = base_name(word);
    return ends_with(name, length_without_version(name), "++");
}

size_t launched_words(const char *const *words, size_t count)
{
    size_t k = 0;
    while (k < count && is_launcher(words[k]))
        for (k++; k < count && is_setting(words[k]);)
            k++;
    return k < count && is_compiler(words[k]) ? k + 1 : k;
}
