#include "message_options.h"

#include <string.h>

struct named_value {
    const char *name;
    int value;
};

static bool find_value(const struct named_value *values, size_t count, const char *name, int *value)
{
    for (size_t k = 0; k < count; k++)
        if (strcmp(values[k].name, name) == 0) {
            *value = values[k].value;
            return true;
        }
    return false;
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* gcc's and clang's options, which are theirs as well. What ppcc cannot do stays as it was. */
static void learn_from_compilers(struct message_options *options, const char *arg)
{
    static const struct named_value colors[] = {
        {"-fdiagnostics-color", COLOR_ALWAYS},        {"-fcolor-diagnostics", COLOR_ALWAYS},
        {"-fdiagnostics-color=always", COLOR_ALWAYS}, {"-fdiagnostics-color=auto", COLOR_AUTO},
        {"-fdiagnostics-color=never", COLOR_NEVER},   {"-fno-diagnostics-color", COLOR_NEVER},
        {"-fno-color-diagnostics", COLOR_NEVER},      {"-fdiagnostics-plain-output", COLOR_NEVER},
    };
    static const struct named_value formats[] = {
        {"-fdiagnostics-format=text", FORMAT_TEXT},
        {"-fdiagnostics-format=json", FORMAT_JSON},
        {"-fdiagnostics-format=json-stderr", FORMAT_JSON},
        {"-fdiagnostics-format=sarif-stderr", FORMAT_SARIF},
    };
    int value;
    if (find_value(colors, COUNT(colors), arg, &value))
        options->color = (enum color_choice)value;
    if (find_value(formats, COUNT(formats), arg, &value))
        options->format = (enum message_format)value;
    if (strcmp(arg, "-fdiagnostics-parseable-fixits") == 0)
        options->shows_fixits = true;
}

static void set_format(struct message_options *options, struct arena *arena, const char *name,
                       const char **wrong)
{
    static const struct named_value formats[] = {
        {"text", FORMAT_TEXT},
        {"json", FORMAT_JSON},
        {"sarif", FORMAT_SARIF},
    };
    int value;
    if (find_value(formats, COUNT(formats), name, &value))
        options->format = (enum message_format)value;
    else
        *wrong =
            arena_printf(arena, "--diagnostics-format=%s: text, json or sarif is needed", name);
}

/* What stands behind NAME in ARG, or NULL. */
static const char *value_of(const char *arg, const char *name)
{
    size_t length = strlen(name);
    return strncmp(arg, name, length) == 0 ? arg + length : NULL;
}

bool message_options_take(struct message_options *options, struct arena *arena, const char *arg,
                          const char **wrong)
{
    const char *format = value_of(arg, "--diagnostics-format=");
    const char *file = value_of(arg, "--diagnostics-file=");
    if (format)
        set_format(options, arena, format, wrong);
    else if (file && !*file)
        *wrong = "--diagnostics-file= needs a value";
    else if (file)
        options->file = file;
    learn_from_compilers(options, arg);
    return format || file || warnings_take(&options->warnings, arena, arg, wrong);
}
