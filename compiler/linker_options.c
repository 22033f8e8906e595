/*
 * Options that reach the linker by themselves or inside -Wl,... and -Xlinker. Three things matter:
 * whether anything but the inputs and the C library becomes part of the program, whether one symbol
 * is taken for another, and whether the result is a program at all.
 */
#include "linker_options.h"

#include <string.h>

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* libm is a part of the C library. */
static bool brings_more(const char *arg, const char *next)
{
    static const char *const options[] = {"-Wl,",   "-Xlinker", "-shared", "-rdynamic", "-export-",
                                          "-specs", "-wrapper", "-T",      "-fplugin"};
    for (size_t k = 0; k < sizeof options / sizeof *options; k++)
        if (starts_with(arg, options[k]))
            return true;
    bool is_math = strcmp(arg, "-lm") == 0 || (strcmp(arg, "-l") == 0 && strcmp(next, "m") == 0);
    return starts_with(arg, "-l") && !is_math;
}

/* -Wl,--wrap=f, -Xlinker --defsym=f=g */
static bool mentions_renaming(const char *arg)
{
    return strstr(arg, "--wrap") || strstr(arg, "--defsym");
}

/* -Wl,-r, -Xlinker -r: LIST is what the linker gets, between commas. */
static bool asks_for_relocatable(const char *list)
{
    static const char *const names[] = {"-r", "-i", "-Ur", "--relocatable", "-relocatable"};
    while (*list) {
        size_t length = strcspn(list, ",");
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            if (strlen(names[k]) == length && !memcmp(list, names[k], length))
                return true;
        list += length + (list[length] == ',');
    }
    return false;
}

void learn_linker_option(struct command *command, const char *arg, const char *next)
{
    command->links_more |= brings_more(arg, next);
    command->renames |= mentions_renaming(arg) || mentions_renaming(next);
    if (starts_with(arg, "-Wl,"))
        command->is_relocatable |= asks_for_relocatable(arg + strlen("-Wl,"));
    if (strcmp(arg, "-Xlinker") == 0)
        command->is_relocatable |= asks_for_relocatable(next);
}
