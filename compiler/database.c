/*
 * A compilation database is an array of entries, each of which is a compiler's command line for one
 * source, in a folder of its own: "directory", "file", and "arguments", a list, or "command", a
 * line for a shell. Each entry's command line is understood like one of ours (flags.h), so the
 * source is parsed with its own flags.
 *
 * A source that is listed again is in a second library or program, mostly with the same flags. It
 * is looked at once. Files of other languages are named and left out: what they define is not
 * known.
 */
#include "database.h"

#include "complain.h"

#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct entry {
    const char *directory, *file; /* absolute */
    struct args args;             /* the compiler first */
};

struct database {
    struct invocation *invocation;
    const char *path, *folder; /* of the JSON file */
    size_t index;              /* of the entry that is being read */
};

/* NAME as it is meant in FOLDER. */
static const char *absolute(struct arena *arena, const char *folder, const char *name)
{
    return *name == '/' ? name : arena_printf(arena, "%s/%s", folder, name);
}

/* The file's one absolute name, as far as it exists. */
static const char *resolve(struct arena *arena, const char *path)
{
    char resolved[PATH_MAX];
    return realpath(path, resolved) ? arena_strdup(arena, resolved) : path;
}

/* The name of a file to a user who works in the current folder. */
static const char *shorten(struct arena *arena, const char *path)
{
    char here[PATH_MAX];
    size_t length = getcwd(here, sizeof here) ? strlen(here) : 0;
    bool is_below = length && !strncmp(path, here, length) && path[length] == '/';
    return is_below ? arena_strdup(arena, path + length + 1) : path;
}

static int entry_error(const struct database *database, const char *what)
{
    return usage_error("%s: entry %zu has no %s", database->path, database->index + 1, what);
}

/* ---- an entry ----------------------------------------------------------------------------- */

static void read_words(const struct database *database, const json_t *json, struct entry *entry)
{
    struct arena *arena = database->invocation->arena;
    const json_t *list = json_object_get(json, "arguments");
    const char *line = json_string_value(json_object_get(json, "command"));
    for (size_t k = 0; k < json_array_size(list); k++) {
        const char *word = json_string_value(json_array_get(list, k));
        if (word)
            args_add(&entry->args, arena_strdup(arena, word));
    }
    if (!list && line)
        args_split(&entry->args, line);
}

static int read_entry(const struct database *database, const json_t *json, struct entry *entry)
{
    struct arena *arena = database->invocation->arena;
    const char *directory = json_string_value(json_object_get(json, "directory"));
    const char *file = json_string_value(json_object_get(json, "file"));
    *entry = (struct entry){.args.arena = arena};
    if (!directory)
        return entry_error(database, "\"directory\"");
    if (!file)
        return entry_error(database, "\"file\"");
    entry->directory =
        resolve(arena, absolute(arena, database->folder, arena_strdup(arena, directory)));
    entry->file = resolve(arena, absolute(arena, entry->directory, arena_strdup(arena, file)));
    read_words(database, json, entry);
    return entry->args.list.count ? 0 : entry_error(database, "\"arguments\" or \"command\"");
}

/* ---- its job ------------------------------------------------------------------------------ */

/* The language is that of the input that is the file; of a compiler for C++ it is another one. */
static void find_language(const struct command *command, const struct entry *entry,
                          struct input *input)
{
    const char *compiler = entry->args.list.items[0], *slash = strrchr(compiler, '/');
    for (size_t k = 0; k < command->inputs.count; k++) {
        const char *path =
            absolute(command->arena, entry->directory, command->inputs.items[k].path);
        if (!strcmp(resolve(command->arena, path), entry->file))
            input->language = command->inputs.items[k].language;
    }
    if (!input->language && strstr(slash ? slash : compiler, "++"))
        input->language = "c++";
}

static bool are_same(const struct args *a, const struct args *b)
{
    bool same = a->list.count == b->list.count;
    for (size_t k = 0; same && k < a->list.count; k++)
        same = !strcmp(a->list.items[k], b->list.items[k]);
    return same;
}

static bool is_listed(const struct invocation *invocation, const struct job *job)
{
    for (size_t k = 0; k < invocation->jobs.count; k++) {
        const struct job *known = &invocation->jobs.items[k];
        if (strcmp(known->file, job->file))
            continue;
        if (strcmp(known->directory, job->directory) ||
            !are_same(&known->command->libclang, &job->command->libclang))
            fprintf(stderr, "ppcc: %s: is listed again with other options, which are not used\n",
                    job->input->path);
        return true;
    }
    return false;
}

static void add_job(struct invocation *invocation, const struct entry *entry)
{
    struct arena *arena = invocation->arena;
    struct command *command = ARENA_NEW(arena, struct command);
    struct input *input = ARENA_NEW(arena, struct input);
    command_parse(command, arena, (int)entry->args.list.count, args_vector(&entry->args));
    input->path = shorten(arena, entry->file);
    find_language(command, entry, input);
    const struct job job = {.input = input,
                            .command = command,
                            .directory = entry->directory,
                            .file = entry->file,
                            .outcome = OUTCOME_PLAIN};
    if (is_listed(invocation, &job))
        return;
    invocation->listed++;
    if (input_is_c(input))
        LIST_PUSH(arena, invocation->jobs, job);
    else
        fprintf(stderr, "ppcc: %s: is no C, and is left out\n", input->path);
}

/* ---- the file ----------------------------------------------------------------------------- */

static int read_entries(struct database *database, const json_t *json)
{
    if (!json_is_array(json))
        return usage_error("%s: is no array of entries", database->path);
    int status = 0;
    for (; status == 0 && database->index < json_array_size(json); database->index++) {
        struct entry entry;
        status = read_entry(database, json_array_get(json, database->index), &entry);
        if (status == 0)
            add_job(database->invocation, &entry);
    }
    return status;
}

/* NAME is the file, or the folder that it lies in. */
static void locate(struct database *database, const char *name)
{
    struct arena *arena = database->invocation->arena;
    size_t length = strlen(name);
    bool is_file = length > strlen(".json") && !strcmp(name + length - strlen(".json"), ".json");
    database->path = is_file ? name : arena_printf(arena, "%s/compile_commands.json", name);
    char *folder = arena_strdup(arena, resolve(arena, database->path));
    char *slash = strrchr(folder, '/');
    if (slash)
        *slash = '\0';
    database->folder = slash ? folder : ".";
}

int database_read(struct invocation *invocation)
{
    struct database database = {.invocation = invocation};
    locate(&database, invocation->command.database);
    struct buf text = {0};
    int error = buf_read_file(&text, database.path);
    if (error < 0) {
        buf_release(&text);
        return environment_error(database.path, -error);
    }
    json_error_t wrong;
    json_t *json = json_loadb(buf_text(&text), text.length, 0, &wrong);
    int status = json ? read_entries(&database, json)
                      : usage_error("%s:%d: %s", database.path, wrong.line, wrong.text);
    json_decref(json);
    buf_release(&text);
    return status;
}
