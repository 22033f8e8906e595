/*
 * The phase that runs the real compiler on the user's command line, in which each translated source
 * is replaced by a temporary file.
 *
 * A translated source could be given to the compiler in three ways. Through stdin, the debugging
 * information and the dependencies say <stdin>. Preprocessed, with linemarkers, it takes a second
 * run of the compiler and can bring warnings that the source does not deserve. A temporary .c needs
 * one run and keeps every option and output name as the user gave them; its only fault is that its
 * path shows, and that can be mended: the text begins with #line, which settles messages, __FILE__
 * and coverage; -ffile-prefix-map (gcc 8, clang 10) settles the debugging information and
 * __BASE_FILE__; and depfile.c settles the dependencies. The file has the source's own name in a
 * folder of its own, so that names made from it (foo.o, foo.gcno) come out as usual, and -iquote
 * with the source's folder finds what `#include "x.h"` found there.
 *
 * A translated stdin goes through stdin again.
 *
 * -iquote holds for every source of a command. When the C sources of one command line lie in
 * different folders, each translated one is therefore compiled by a command of its own.
 */
#include "apart.h"
#include "complain.h"
#include "depfile.h"
#include "files.h"
#include "invocation.h"
#include "paths.h"
#include "subprocess/run.h"
#include "tempfiles.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The folder that a prefix leads into, without the slash at its end. */
static const char *folder_name(struct arena *arena, const char *prefix)
{
    size_t length = strlen(prefix);
    if (length == 0)
        return ".";
    return length == 1 ? "/" : arena_strndup(arena, prefix, length - 1);
}

/* ---- the generated text ------------------------------------------------------------------- */

/* --keep: NAME.ppar.c beside the output. */
static int keep(struct invocation *invocation, const struct job *job)
{
    const char *output = invocation->command.output;
    const char *name = input_is_stdin(job->input) ? "stdin" : base_name(job->input->path);
    const char *dot = strrchr(name, '.');
    int stem = dot && dot > name ? (int)(dot - name) : (int)strlen(name);
    const char *path =
        arena_printf(invocation->arena, "%s%.*s.ppar.c",
                     output ? folder_prefix(invocation->arena, output) : "", stem, name);
    int error = replace_file(invocation->arena, path, buf_text(&job->text), job->text.length);
    return error < 0 ? environment_error(path, -error) : 0;
}

static int feed_stdin(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    int error = fd < 0 || dup2(fd, STDIN_FILENO) < 0 ? errno : 0;
    if (fd >= 0)
        close(fd);
    return error ? environment_error(path, error) : 0;
}

/* __TIMESTAMP__ is the time of the source. */
static void copy_time(const char *temp, const char *source)
{
    struct stat old;
    if (stat(source, &old) == 0) {
        const struct timespec times[] = {old.st_atim, old.st_mtim};
        utimensat(AT_FDCWD, temp, times, 0);
    }
}

/*
 * What the compilers write may hold their command line, as objects for link-time optimization do,
 * and ccache finds a compilation again by it: a name that is always the same makes the same objects
 * and a hit. Of what stands in front of the compiler, ccache alone is known to run it as its child.
 */
static const char *stable_name(const struct invocation *invocation, const char *temp)
{
    const struct args *compiler = &invocation->compiler;
    const char *first = compiler->list.items[0];
    bool is_child = compiler->list.count == 1 || !strcmp(base_name(first), "ccache");
    return is_child ? tempfile_alias(invocation->arena, temp) : temp;
}

static int write_temp(struct invocation *invocation, struct job *job)
{
    const char *name = input_is_stdin(job->input) ? "stdin.c" : base_name(job->input->path);
    const char *temp = tempfile_new(invocation->arena, name);
    if (!temp)
        return environment_error("cannot make a temporary file", errno);
    int error = write_file(temp, buf_text(&job->text), job->text.length);
    if (error < 0)
        return environment_error(temp, -error);
    if (input_is_stdin(job->input))
        return feed_stdin(temp);
    copy_time(temp, job->input->path);
    job->temp = stable_name(invocation, temp);
    return 0;
}

static int prepare_sources(struct invocation *invocation)
{
    int status = 0;
    for (size_t k = 0; k < invocation->jobs.count && status == 0; k++) {
        struct job *job = &invocation->jobs.items[k];
        if (job->outcome != OUTCOME_TRANSLATED)
            continue;
        if (!invocation->installation.library)
            return usage_error("cannot find the runtime, libppar.a, beside this program");
        if (invocation->command.keep)
            status = keep(invocation, job);
        if (status == 0)
            status = write_temp(invocation, job);
    }
    return status;
}

/* ---- the compiler's command line ---------------------------------------------------------- */

static struct job *find_job(const struct invocation *invocation, size_t arg)
{
    for (size_t k = 0; k < invocation->jobs.count; k++) {
        struct job *job = &invocation->jobs.items[k];
        if (job->input->arg == arg && job->outcome == OUTCOME_TRANSLATED)
            return job;
    }
    return NULL;
}

static bool is_input(const struct command *command, size_t arg)
{
    for (size_t k = 0; k < command->inputs.count; k++)
        if (command->inputs.items[k].arg == arg)
            return true;
    return false;
}

static bool is_output(const struct command *command, size_t arg)
{
    return arg >= command->output_arg && arg - command->output_arg < command->output_words;
}

/* FILE of another kind than its name or the -x before it says. */
static void add_as(struct args *args, const struct input *input, const char *language,
                   const char *file)
{
    args_add(args, "-x");
    args_add(args, language);
    args_add(args, file);
    args_add(args, "-x");
    args_add(args, input->language ? input->language : "none");
}

/* A translated .i is C again: it includes <ppar.h>. */
static void add_job(struct args *args, const struct job *job)
{
    if (job->object)
        add_as(args, job->input, "none", job->object);
    else if (job->temp && input_is_preprocessed(job->input))
        add_as(args, job->input, "c", job->temp);
    else
        args_add(args, job->temp ? job->temp : job->input->path);
}

/* PATH as the user's -ffile-prefix-map and its like show it, for debugging or for macros. */
static const char *mapped(const struct command *command, const char *path, bool for_macros)
{
    for (size_t k = command->maps.count; k-- > 0;) {
        const struct prefix_map *map = &command->maps.items[k];
        size_t old = strcspn(map->text, "=");
        bool fits = map->text[old] && strncmp(path, map->text, old) == 0;
        if (fits && (for_macros ? map->is_for_macros : map->is_for_debugging))
            return arena_printf(command->arena, "%s%s", map->text + old + 1, path + old);
    }
    return path;
}

/* So that the temporary file is shown as the source, whose name it has. The compilers map a name
 * once, so what the user wants to be made of the source's name is made here. */
static void add_maps(const struct invocation *invocation, const struct job *job, struct args *after)
{
    struct arena *arena = invocation->arena;
    const char *from = folder_prefix(arena, job->temp), *path = job->input->path;
    const char *debugging = folder_prefix(arena, mapped(&invocation->command, path, false));
    const char *macros = folder_prefix(arena, mapped(&invocation->command, path, true));
    if (strcmp(debugging, macros) == 0) {
        args_add(after, arena_printf(arena, "-ffile-prefix-map=%s=%s", from, debugging));
        return;
    }
    args_add(after, arena_printf(arena, "-fdebug-prefix-map=%s=%s", from, debugging));
    args_add(after, arena_printf(arena, "-fmacro-prefix-map=%s=%s", from, macros));
}

/* Is there an -I. or the like? */
static bool looks_here(const struct command *command)
{
    for (size_t k = 0; k < command->quote_folders.count; k++)
        if (!strcmp(command->quote_folders.items[k], "."))
            return true;
    return false;
}

/* So that the source's own folder is found and the temporary one is not seen. gcc names headers
 * beside a source that is named without a folder without one, too; clang says "./". The folder is
 * given in a way that nobody else gives it, so that "./" by an -I./ of the user's stays; gcc drops
 * it beside an -I., and then every "./" has to go. */
static void add_place(struct invocation *invocation, const struct job *job, struct args *before,
                      struct args *after)
{
    if (!job->temp || job->object)
        return;
    const char *folder = folder_prefix(invocation->arena, job->input->path);
    args_add(before, "-iquote");
    bool is_unnamed = !*folder && compiler_is_gcc(invocation);
    args_add(before, is_unnamed ? "././" : folder_name(invocation->arena, folder));
    if (is_unnamed)
        args_add(after, looks_here(&invocation->command) ? "-ffile-prefix-map=./="
                                                         : "-ffile-prefix-map=././=");
    add_maps(invocation, job, after);
}

/*
 * At -O2 gcc vectorizes a loop only where it knows the number of iterations, and that they fill
 * whole vectors. The plain loop may be one of those; its chunks never are. So gcc may look at the
 * costs instead, as it does at -O3, unless the user says something else. Sources that are not
 * translated are compiled as ever, so where there are some in the same command nothing is said.
 */
static void add_vectorizer(struct invocation *invocation, struct args *args)
{
    const struct args *given = &invocation->command.args;
    bool is_translated = false, is_o2 = false;
    for (size_t k = 0; k < invocation->command.inputs.count; k++) {
        const struct input *input = &invocation->command.inputs.items[k];
        if (input_is_c(input) && !find_job(invocation, input->arg))
            return;
        is_translated |= input_is_c(input);
    }
    for (size_t k = 0; k < given->list.count; k++)
        is_o2 |= !strcmp(given->list.items[k], "-O2");
    if (is_translated && is_o2 && compiler_is_gcc(invocation))
        args_add(args, "-fvect-cost-model=dynamic");
}

/* The command line of one run: that of the user, with ONLY as the single source when it is given,
 * and with AFTER at its end. */
static void build_command(struct invocation *invocation, const struct job *only,
                          const struct args *after, struct args *args)
{
    const struct command *command = &invocation->command;
    struct args tail = {.arena = invocation->arena};
    args_add_all(args, &invocation->compiler);
    add_vectorizer(invocation, args);
    if (only)
        add_place(invocation, only, args, &tail);
    for (size_t k = 0; k < invocation->jobs.count && !only; k++)
        if (invocation->jobs.items[k].outcome == OUTCOME_TRANSLATED)
            add_place(invocation, &invocation->jobs.items[k], args, &tail);
    for (size_t k = 0; k < command->args.list.count; k++) {
        if (only && command->mode == MODE_LINK && is_output(command, k))
            continue;
        const struct job *job = find_job(invocation, k);
        if (job && (!only || job == only))
            add_job(args, job);
        else if (!only || !is_input(command, k))
            args_add(args, command->args.list.items[k]);
    }
    add_compile_flags(&invocation->installation, &tail);
    if (command->is_c90)
        args_add(&tail, "-Wno-long-long"); /* generated code counts with them */
    args_add_all(args, &tail);
    args_add_all(args, after);
}

/* More arguments than the system takes at once stood in a response file, and go into one again. */
static int shorten(struct invocation *invocation, struct args *args)
{
    struct args words = {.arena = invocation->arena}, rest = {.arena = invocation->arena};
    size_t words_count = invocation->compiler.list.count;
    for (size_t k = 0; k < args->list.count; k++)
        args_add(k < words_count ? &words : &rest, args->list.items[k]);
    const char *path = tempfile_new(invocation->arena, "arguments");
    if (!path)
        return environment_error("cannot make a temporary file", errno);
    const char *text = args_quote(&rest, "\n");
    int error = write_file(path, text, strlen(text));
    if (error < 0)
        return environment_error(path, -error);
    args_add(&words, arena_printf(invocation->arena, "@%s", path));
    *args = words;
    return 0;
}

static int run_compiler(struct invocation *invocation, const struct job *only,
                        const struct args *after)
{
    struct args args = {.arena = invocation->arena};
    build_command(invocation, only, after, &args);
    if (invocation->command.show)
        fprintf(stderr, "%s\n", args_quote(&args, " "));
    int status = invocation->command.had_response_file ? shorten(invocation, &args) : 0;
    if (status == 0)
        status = run_wait(&args);
    int error = 0;
    for (size_t k = 0; k < invocation->jobs.count && error == 0; k++) {
        const struct job *job = &invocation->jobs.items[k];
        if (job->temp && (!only || job == only))
            error = depfile_name_source(&invocation->command, job);
    }
    if (error < 0 && status == 0)
        status = environment_error("dependencies", -error);
    return status;
}

/* ---- running it --------------------------------------------------------------------------- */

/* Do all C sources lie in one folder? */
static bool share_a_folder(const struct invocation *invocation)
{
    const char *folder = NULL;
    for (size_t k = 0; k < invocation->command.inputs.count; k++) {
        const struct input *input = &invocation->command.inputs.items[k];
        if (!input_is_c(input))
            continue;
        const char *this = folder_prefix(invocation->arena, input->path);
        if (folder && strcmp(folder, this) != 0)
            return false;
        folder = this;
    }
    return true;
}

/* In a link, the source becomes a temporary object first. */
static int compile_apart(struct invocation *invocation, struct job *job)
{
    struct args after = {.arena = invocation->arena};
    if (invocation->command.mode == MODE_LINK) {
        const char *object = compile_for_link(invocation, job, &after);
        if (!object)
            return environment_error("cannot make a temporary file", errno);
        int status = run_compiler(invocation, job, &after);
        job->object = object;
        return status;
    }
    return run_compiler(invocation, job, &after);
}

/* The rest of the command line: untranslated sources, or the link. */
static int compile_rest(struct invocation *invocation)
{
    struct args after = {.arena = invocation->arena};
    if (command_links(&invocation->command))
        add_link_flags(&invocation->installation, &invocation->command, &after);
    return run_compiler(invocation, NULL, &after);
}

/* Without a link, what was compiled apart is done: only untranslated inputs are left. */
static int compile_untranslated(struct invocation *invocation)
{
    int worst = 0;
    for (size_t k = 0; k < invocation->command.inputs.count; k++) {
        const struct input *input = &invocation->command.inputs.items[k];
        if (find_job(invocation, input->arg))
            continue;
        struct args args = {.arena = invocation->arena};
        args_add_all(&args, &invocation->compiler);
        for (size_t a = 0; a < invocation->command.args.list.count; a++)
            if (a == input->arg || !is_input(&invocation->command, a))
                args_add(&args, invocation->command.args.list.items[a]);
        add_compile_flags(&invocation->installation, &args);
        int status = run_wait(&args);
        worst = worst ? worst : status;
    }
    return worst;
}

/* -c -o x.o with several sources, which the compiler refuses, as it should. */
static bool has_one_output_for_many(const struct command *command)
{
    return command->output && command->mode != MODE_LINK && command->inputs.count > 1;
}

static int compile(struct invocation *invocation)
{
    if (share_a_folder(invocation) || has_one_output_for_many(&invocation->command))
        return compile_rest(invocation);
    int worst = 0;
    for (size_t k = 0; k < invocation->jobs.count; k++) {
        struct job *job = &invocation->jobs.items[k];
        int status = job->outcome == OUTCOME_TRANSLATED ? compile_apart(invocation, job) : 0;
        worst = worst ? worst : status;
    }
    if (invocation->command.mode != MODE_LINK) {
        int status = compile_untranslated(invocation);
        return worst ? worst : status;
    }
    return worst ? worst : compile_rest(invocation);
}

int compile_sources(struct invocation *invocation)
{
    int status = prepare_sources(invocation);
    return status ? status : compile(invocation);
}
