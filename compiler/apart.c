/*
 * What gcc writes beside an object, such as notes for gcov, dependencies and what -save-temps
 * keeps, is named after the object. In a link it is named after the program and the source. Where
 * a source is compiled by a command of its own, these names are therefore given:
 *
 *     gcc --coverage a.c sub/b.c -o p      makes p-a.gcno and p-b.gcno; one p.d with -MMD
 *     gcc --coverage a.c sub/b.c           makes a-a.gcno and a-b.gcno; a-a.d and a-b.d
 *
 * clang has no options for that, and names them after the temporary object.
 */
#include "apart.h"

#include "paths.h"
#include "tempfiles.h"

#include <string.h>

static bool is_given(const struct command *command, const char *start)
{
    for (size_t k = 0; k < command->args.list.count; k++)
        if (strncmp(command->args.list.items[k], start, strlen(start)) == 0)
            return true;
    return false;
}

/* The length of NAME, which has no folder, without its suffix. */
static int stem_length(const char *name)
{
    const char *dot = strrchr(name, '.');
    return (int)(dot > name ? (size_t)(dot - name) : strlen(name));
}

static void add_pair(struct args *args, const char *option, const char *value)
{
    args_add(args, option);
    args_add(args, value);
}

/* Of the source NAME. */
static void name_dumps(const struct command *command, const char *name, struct args *after)
{
    const char *program = command->output ? command->output : "a";
    const char *suffix = name + stem_length(name);
    add_pair(after, "-dumpdir", arena_printf(command->arena, "%s-", program));
    add_pair(after, "-dumpbase", name);
    if (*suffix)
        add_pair(after, "-dumpbase-ext", suffix);
}

static void name_dependencies(const struct command *command, const char *name, struct args *after)
{
    struct arena *arena = command->arena;
    const char *output = command->output;
    int stem = stem_length(name);
    if (!is_given(command, "-MT") && !is_given(command, "-MQ"))
        add_pair(after, "-MQ", output ? output : arena_printf(arena, "%.*s.o", stem, name));
    if (command->depfiles.count)
        return;
    if (output) {
        const char *file = base_name(output);
        int length = (int)(file - output) + stem_length(file);
        add_pair(after, "-MF", arena_printf(arena, "%.*s.d", length, output));
    } else {
        add_pair(after, "-MF", arena_printf(arena, "a-%.*s.d", stem, name));
    }
}

const char *compile_for_link(struct invocation *invocation, const struct job *job,
                             struct args *after)
{
    const struct command *command = &invocation->command;
    const char *name = base_name(job->input->path);
    const char *program = command->output ? command->output : "a";
    bool is_gcc = compiler_is_gcc(invocation);
    const char *object =
        is_gcc && is_given(command, "-save-temps")
            ? arena_printf(command->arena, "%s-%.*s.o", program, stem_length(name), name)
            : tempfile_new(command->arena, "object.o");
    if (!object)
        return NULL;
    args_add(after, "-c");
    add_pair(after, "-o", object);
    if (is_gcc && !is_given(command, "-dumpbase"))
        name_dumps(command, name, after);
    if (is_gcc && command->writes_depfile)
        name_dependencies(command, name, after);
    return object;
}
