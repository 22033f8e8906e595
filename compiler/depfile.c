/*
 * Where the compilers put dependencies when -MF does not say it differs between them and their
 * versions. That need not be known exactly: the temporary name is unlike any other, so each likely
 * file is looked through for it, and nothing else in it changes.
 */
#include "depfile.h"

#include "buf.h"
#include "files.h"
#include "paths.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* PATH as the compilers write it into a rule. */
static const char *as_in_rule(struct arena *arena, const char *path)
{
    struct buf text = {0};
    while (strncmp(path, "./", 2) == 0)
        path += 2;
    for (; *path; path++) {
        if (*path == '$')
            buf_puts(&text, "$");
        else if (strchr(" \t#", *path))
            buf_puts(&text, "\\");
        buf_add(&text, path, 1);
    }
    const char *copy = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return copy;
}

static void replace_all(const struct buf *text, const char *from, const char *to,
                        struct buf *result)
{
    const char *at = buf_text(text), *end = at + text->length, *next;
    while ((next = memmem(at, (size_t)(end - at), from, strlen(from)))) {
        buf_add(result, at, (size_t)(next - at));
        buf_puts(result, to);
        at = next + strlen(from);
    }
    buf_add(result, at, (size_t)(end - at));
}

/* FROM becomes TO, and RULES stand at the end. */
static int mend(struct arena *arena, const char *depfile, const char *from, const char *to,
                const char *rules)
{
    struct buf old = {0}, fresh = {0};
    int status = buf_read_file(&old, depfile);
    if (status == -ENOENT)
        status = 0;
    if (status == 0 && memmem(buf_text(&old), old.length, from, strlen(from))) {
        replace_all(&old, from, to, &fresh);
        buf_puts(&fresh, rules);
        status = replace_file(arena, depfile, fresh.bytes, fresh.length);
    }
    buf_release(&old);
    buf_release(&fresh);
    return status;
}

/* PATH without the suffix of its last component. */
static const char *without_suffix(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
    bool has_suffix = dot && dot > path && (!slash || dot > slash + 1);
    return arena_strndup(arena, path, has_suffix ? (size_t)(dot - path) : strlen(path));
}

static bool has_arg(const struct command *command, const char *arg)
{
    for (size_t k = 0; k < command->args.list.count; k++)
        if (!strcmp(command->args.list.items[k], arg))
            return true;
    return false;
}

int depfile_name_source(const struct command *command, const struct job *job)
{
    struct arena *arena = command->arena;
    const struct input *input = job->input;
    const char *files = as_in_rule(arena, input->path), *rules = "";
    for (size_t k = 0; k < job->headers.count; k++) {
        const char *header = as_in_rule(arena, job->headers.items[k]);
        files = arena_printf(arena, "%s \\\n %s", files, header);
        if (has_arg(command, "-MP")) /* a rule for each, so that it may be deleted */
            rules = arena_printf(arena, "%s%s:\n", rules, header);
    }
    const char *stem = without_suffix(arena, base_name(input->path));
    const char *output = command->output ? command->output : "a";
    struct args places = {.arena = arena};
    for (size_t k = 0; k < command->depfiles.count; k++)
        args_add(&places, command->depfiles.items[k]);
    if (command->writes_depfile && command->depfiles.count == 0) {
        args_add(&places, arena_printf(arena, "%s.d", stem));
        args_add(&places, arena_printf(arena, "%s.d", without_suffix(arena, output)));
        args_add(&places, arena_printf(arena, "%s-%s.d", output, stem));
        args_add(&places, arena_printf(arena, "%s-%s.d", without_suffix(arena, output), stem));
    }
    const char *variable = getenv("DEPENDENCIES_OUTPUT"); /* "FILE TARGET" */
    if (variable)
        args_add(&places, arena_strndup(arena, variable, strcspn(variable, " ")));
    int status = 0;
    for (size_t k = 0; k < places.list.count && status == 0; k++)
        status = mend(arena, places.list.items[k], as_in_rule(arena, job->temp), files, rules);
    return status;
}
