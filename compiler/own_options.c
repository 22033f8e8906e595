/*
 * ppcc's own options all start with two dashes, but for those of warnings and remarks, which look
 * like the compilers', and for -p DIR, which clang's tools have made usual. What is wrong with them
 * is noted, not reported: with PPCC=off they mean nothing.
 */
#include "own_options.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_ANALYSIS_LIMIT = 100000 };

static const char *const stage_names[STAGE_COUNT] = {
    [STAGE_NONE] = "none",     [STAGE_SCAN] = "scan",       [STAGE_PARSE] = "parse",
    [STAGE_MODEL] = "model",   [STAGE_EFFECTS] = "effects", [STAGE_ROLES] = "roles",
    [STAGE_DEPEND] = "depend", [STAGE_TYPES] = "types",     [STAGE_VERDICT] = "verdict",
    [STAGE_LOWER] = "lower",   [STAGE_REWRITE] = "rewrite",
};

const char *stage_name(enum stage stage)
{
    return stage_names[stage];
}

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static void own_error(struct command *command, const char *message)
{
    if (!command->wrong)
        command->wrong = message;
}

static void set_dump(struct command *command, const char *name)
{
    for (enum stage stage = STAGE_SCAN; stage < STAGE_COUNT; stage++)
        if (strcmp(name, stage_names[stage]) == 0)
            command->dump = stage;
    if (command->dump == STAGE_NONE)
        own_error(command,
                  arena_printf(command->arena,
                               "unknown stage '%s' in --dump; the stages are scan parse model "
                               "effects roles depend types verdict lower rewrite",
                               name));
}

static void set_value(struct command *command, const char **where, const char *option,
                      const char *value)
{
    if (!*value)
        own_error(command, arena_printf(command->arena, "%s needs a value", option));
    *where = value;
}

static bool take_switch(struct command *command, const char *arg)
{
    const struct {
        const char *name;
        bool *where;
    } switches[] = {
        {"--emit", &command->emit},       {"--check", &command->check},
        {"--show", &command->show},       {"--keep", &command->keep},
        {"--no-ppar", &command->no_ppar}, {"--help", &command->help},
        {"--version", &command->version}, {"--suggest", &command->suggest},
        {"--fix", &command->fix},
    };
    for (size_t k = 0; k < sizeof switches / sizeof *switches; k++) {
        if (strcmp(arg, switches[k].name) == 0) {
            *switches[k].where = true;
            command->check |= command->fix;
            return true;
        }
    }
    return false;
}

static void set_analysis_limit(struct command *command, const char *value)
{
    char *end;
    double seconds = strtod(value, &end);
    if (end == value || *end || !(seconds > 0 && seconds <= MAX_ANALYSIS_LIMIT))
        own_error(command, arena_printf(command->arena,
                                        "--analysis-limit=%s: a number of seconds is needed, above "
                                        "0 and up to %d",
                                        value, MAX_ANALYSIS_LIMIT));
    else
        command->analysis_limit = seconds;
}

size_t take_own_option(struct command *command, const char *arg, const char *next)
{
    const char *wrong = NULL;
    bool is_of_messages = message_options_take(&command->messages, command->arena, arg, &wrong);
    if (wrong)
        own_error(command, wrong);
    if (is_of_messages)
        return 1;
    if (!starts_with(arg, "--"))
        return 0;
    if (take_switch(command, arg))
        return 1;
    if (starts_with(arg, "--report="))
        set_value(command, &command->report, "--report=", arg + strlen("--report="));
    else if (starts_with(arg, "--cc="))
        set_value(command, &command->cc, "--cc=", arg + strlen("--cc="));
    else if (starts_with(arg, "--dump="))
        set_dump(command, arg + strlen("--dump="));
    else if (starts_with(arg, "--analysis-limit="))
        set_analysis_limit(command, arg + strlen("--analysis-limit="));
    else if (starts_with(arg, "--explain=")) {
        command->explains = true;
        command->explain = arg + strlen("--explain=");
    } else if (strcmp(arg, "--explain") == 0) {
        command->explains = true;
        command->explain = next;
        return next ? 2 : 1;
    } else
        return 0;
    return 1;
}

bool asks_about_sources(const struct args *args)
{
    for (size_t k = 0; k < args->list.count; k++) {
        const char *arg = args->list.items[k];
        if (!strcmp(arg, "--check") || !strcmp(arg, "--suggest") || !strcmp(arg, "--fix") ||
            starts_with(arg, "--dump="))
            return true;
    }
    return false;
}

size_t take_database(struct command *command, const char *arg, const char *next)
{
    bool is_joined = starts_with(arg, "-p=");
    if (!is_joined && strcmp(arg, "-p") != 0)
        return 0;
    const char *value = is_joined ? arg + strlen("-p=") : next ? next : "";
    set_value(command, &command->database, "-p", value);
    return is_joined || !next ? 1 : 2;
}
