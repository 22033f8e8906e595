/*
 * The phase that translates: every source that was chosen, so that the problems of all are seen at
 * once, and the report on them. Sources of one program are translated together.
 */
#include "complain.h"
#include "files.h"
#include "fix.h"
#include "invocation.h"
#include "predefined.h"
#include "printer.h"
#include "source.h"
#include "subprocess/run.h"
#include "tempfiles.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One run of this phase. */
struct batch {
    struct invocation *invocation;
    struct translate_options options;
    const char *target; /* the option for libclang that names the machine, or NULL */
};

bool compiler_is_gcc(struct invocation *invocation)
{
    if (invocation->was_asked)
        return invocation->is_gcc;
    struct args ask = {.arena = invocation->arena};
    args_add_all(&ask, &invocation->compiler);
    args_add(&ask, "--version");
    struct buf answer = {0};
    int status = run_capture(&ask, &answer);
    invocation->is_gcc = status == 0 && !strstr(buf_text(&answer), "clang") &&
                         strstr(buf_text(&answer), "Free Software Foundation");
    invocation->was_asked = true;
    buf_release(&answer);
    return invocation->is_gcc;
}

static bool calls_gcc(void *invocation)
{
    return compiler_is_gcc(invocation);
}

/* gcc contracts a*b+c into one operation unless it is told to follow ISO C; clang always may. */
static bool may_contract(struct batch *batch, const struct command *command)
{
    if (command->contracts_given || !command->is_iso)
        return command->contracts_given ? command->contracts : true;
    return !compiler_is_gcc(batch->invocation);
}

/* A compiler that the user chose may be one for another machine. */
static const char *find_target(const struct invocation *invocation)
{
    const struct command *command = &invocation->command;
    if (!command->cc && !command->compiler.list.count && !getenv("PPCC_CC"))
        return NULL;
    struct args ask = {.arena = invocation->arena};
    args_add_all(&ask, &invocation->compiler);
    args_add(&ask, "-dumpmachine");
    struct buf answer = {0};
    const char *target = NULL;
    if (run_capture(&ask, &answer) == 0 && answer.length)
        target = arena_printf(invocation->arena, "--target=%.*s", (int)strcspn(answer.bytes, "\n"),
                              answer.bytes);
    buf_release(&answer);
    return target;
}

/* What libclang needs to see the source as the real compiler does. */
static void add_libclang_flags(const struct batch *batch, const struct job *job, struct args *args)
{
    const struct invocation *invocation = batch->invocation;
    args_add(args, "-x");
    args_add(args, "c");
    if (batch->target)
        args_add(args, batch->target);
    if (job->directory)
        args_add(args, arena_printf(invocation->arena, "-working-directory=%s", job->directory));
    args_add_all(args, &job->command->libclang);
    add_compile_flags(&invocation->installation, args);
}

/* What gcc has preprocessed holds the forms of the system's headers that are for gcc alone. In the
 * forms for others, _Float32 and its like are types of their own making. */
static void add_dialect(struct args *args, const struct buf *text)
{
    if (memmem(buf_text(text), text->length, "typedef float _Float32;",
               strlen("typedef float _Float32;")))
        return;
    args_add(args, "-D__malloc__(...)=__malloc__");
    args_add(args, "-D_Float32=float");
    args_add(args, "-D_Float64=double");
    args_add(args, "-D_Float32x=double");
    args_add(args, "-D_Float64x=long double");
    args_add(args, "-D_Float128=__float128");
}

/* The real compiler says what is wrong with a source that cannot be read, unless it will not run.
 */
static int unreadable(const struct invocation *invocation, const struct job *job, int error)
{
    const struct command *command = &invocation->command;
    if (command->emit || command->check || command->suggest || command->dump)
        return environment_error(job->input->path, error);
    return 0;
}

static struct source source_of(struct batch *batch, struct job *job, const struct buf *text)
{
    const struct command *command = job->command;
    struct args args = {.arena = batch->invocation->arena};
    add_libclang_flags(batch, job, &args);
    if (input_is_preprocessed(job->input))
        add_dialect(&args, text);
    struct identity *identity = ARENA_NEW(batch->invocation->arena, struct identity);
    struct predefined *asked = ARENA_NEW(batch->invocation->arena, struct predefined);
    *asked = (struct predefined){batch->invocation, command};
    *identity = (struct identity){.ask = predefined_behind, .asked = asked};
    return (struct source){
        .path = input_is_stdin(job->input) ? "<stdin>" : job->input->path,
        .text = *text,
        .frontend = {.args = args.list.items,
                     .arg_count = args.list.count,
                     .directory = job->directory,
                     .file = job->file,
                     .wraps_signed = command->wraps_signed,
                     .types_alias = command->types_alias,
                     .fast_math = command->fast_math,
                     .calls_gcc = calls_gcc,
                     .caller = batch->invocation,
                     .identity = input_is_preprocessed(job->input) ? NULL : identity,
                     .contracts = may_contract(batch, command)},
        .arena = batch->invocation->arena,
        .out = &job->text,
    };
}

static int worse(int a, int b)
{
    return a > b ? a : b;
}

/* What was made of a source. */
static int settle(const struct invocation *invocation, struct job *job, struct source *source)
{
    job->outcome = source->outcome;
    for (size_t k = 0; k < source->headers.count; k++)
        LIST_PUSH(invocation->arena, job->headers, source->headers.items[k]);
    if (job->outcome == OUTCOME_PLAIN && invocation->command.emit)
        buf_add(&job->text, buf_text(&source->text), source->text.length);
    buf_release(&source->text);
    return job->outcome == OUTCOME_REJECTED ? EXIT_USER_ERROR : 0;
}

/* Translates COUNT jobs from FIRST on, by the definitions of all of them. */
static int translate_jobs(struct batch *batch, struct job *first, size_t count)
{
    struct invocation *invocation = batch->invocation;
    struct job **jobs = arena_alloc(invocation->arena, count * sizeof *jobs);
    struct source *sources = arena_alloc(invocation->arena, count * sizeof *sources);
    size_t readable = 0;
    int status = 0;
    for (size_t k = 0; k < count; k++) {
        struct buf text = {0};
        int error = source_read(first[k].input, &text);
        if (error < 0) {
            status = worse(status, unreadable(invocation, &first[k], -error));
            buf_release(&text);
            continue;
        }
        jobs[readable] = &first[k];
        sources[readable++] = source_of(batch, &first[k], &text);
    }
    batch->options.is_closed &= readable == count;
    translate(&batch->options, sources, readable);
    for (size_t k = 0; k < readable; k++)
        status = worse(status, settle(invocation, jobs[k], &sources[k]));
    return status;
}

static bool is_verbose(const struct command *command)
{
    for (size_t k = 0; k < command->args.list.count; k++)
        if (!strcmp(command->args.list.items[k], "-v"))
            return true;
    return false;
}

/* Who is told what of the sources. */
struct audience {
    FILE *report;
    struct printer *printer;
    struct fixes *fixes; /* when they are all that is wanted */
};

/* Every source is looked at, so that all problems are seen at once; the worst status counts. */
static int translate_all(struct invocation *invocation, const struct audience *audience)
{
    const struct command *command = &invocation->command;
    bool has_stdout = !audience->fixes && !(command->report && !strcmp(command->report, "-"));
    struct batch batch = {.invocation = invocation,
                          .target = find_target(invocation),
                          .options = {
                              .report = audience->report,
                              .is_closed = is_closed(invocation),
                              .for_compiler = !command->emit && !command->keep,
                              .analysis_limit = command->analysis_limit,
                              .printer = audience->printer,
                              .fixes = audience->fixes,
                              .warnings = &command->messages.warnings,
                              .verdicts = command->check && has_stdout ? stdout : NULL,
                              .shows_costs = is_verbose(command),
                              .suggests = command->suggest,
                              .suggestions = command->suggest && has_stdout ? stdout : NULL,
                              .dump = command->dump,
                              .dump_to = stdout,
                          }};
    size_t count = invocation->jobs.count;
    size_t step = is_one_program(invocation) ? count : 1;
    int status = 0;
    for (size_t k = 0; k < count; k += step)
        status = worse(status, translate_jobs(&batch, &invocation->jobs.items[k], step));
    return status;
}

/* ---- --fix -------------------------------------------------------------------------------- */

/* One round; returns the number of fix-its that were applied, or -1 after an error was said. */
static long fix_once(struct invocation *invocation)
{
    struct audience audience = {.fixes = fixes_new(invocation->arena)};
    int status = translate_all(invocation, &audience);
    for (size_t k = 0; k < invocation->jobs.count; k++)
        buf_release(&invocation->jobs.items[k].text);
    if (status > EXIT_USER_ERROR)
        return -1;
    const char *failed = NULL;
    long applied = fixes_apply(audience.fixes, &failed);
    if (applied < 0)
        environment_error(failed, (int)-applied);
    return applied < 0 ? -1 : applied;
}

/* A mended source may show what was hidden before: round after round, until nothing is left to
 * mend. No chain of fix-its that is known needs more than three. */
static int fix_sources(struct invocation *invocation)
{
    enum { MOST_ROUNDS = 100 };
    long all = 0, applied = 1;
    for (int round = 0; applied > 0 && round < MOST_ROUNDS; round++) {
        applied = fix_once(invocation);
        all += applied > 0 ? applied : 0;
    }
    if (all)
        fprintf(stderr, "ppcc: --fix made %ld change%s\n", all, all == 1 ? "" : "s");
    return applied < 0 ? EXIT_USAGE_OR_ENVIRONMENT : 0;
}

/* ---- what goes to files ------------------------------------------------------------------- */

/* Output that is collected in memory and written at the end, whole. */
struct collected {
    FILE *stream; /* NULL: not wanted */
    char *bytes;
    size_t length;
};

static int collect(struct collected *collected, const char *path)
{
    if (!path)
        return 0;
    collected->stream = open_memstream(&collected->bytes, &collected->length);
    return collected->stream ? 0 : environment_error("no memory for the output", errno);
}

static int deliver(const struct invocation *invocation, struct collected *collected,
                   const char *path)
{
    if (!collected->stream)
        return 0;
    int error = fclose(collected->stream) == 0 && fflush(stdout) == 0 ? 0 : -errno;
    if (error == 0 && strcmp(path, "-") == 0)
        error = write_all(STDOUT_FILENO, collected->bytes, collected->length);
    else if (error == 0)
        error = replace_file(invocation->arena, path, collected->bytes, collected->length);
    free(collected->bytes);
    return error < 0 ? environment_error(path, -error) : 0;
}

static int translate_and_print(struct invocation *invocation, FILE *report, FILE *messages)
{
    const struct command *command = &invocation->command;
    struct audience audience = {
        .report = report, .printer = printer_open(invocation->arena, &command->messages, messages)};
    int status = command->fix ? fix_sources(invocation) : 0;
    status = status ? status : translate_all(invocation, &audience);
    printer_close(audience.printer);
    return status;
}

static int translate_and_report(struct invocation *invocation)
{
    const struct command *command = &invocation->command;
    struct collected report = {0}, messages = {0};
    int status = collect(&report, command->report);
    status = worse(status, collect(&messages, command->messages.file));
    if (status == 0)
        status = translate_and_print(invocation, report.stream,
                                     messages.stream ? messages.stream : stderr);
    status = worse(status, deliver(invocation, &report, command->report));
    return worse(status, deliver(invocation, &messages, command->messages.file));
}

/*
 * Trees are walked recursively, here and in libclang, and a sum of 100 000 terms is as deep as it
 * is long: that is done on a stack of its own. Its memory is not used until it is needed. Without
 * threads of libclang's own, what it does happens on this stack too. The thread that waits leaves
 * the signals to it: it is the one that knows of a child that has just been started.
 */
struct deep_call {
    struct invocation *invocation;
    int status;
    sigset_t mask; /* of the signals, while it runs */
};

static void *translate_deeply(void *argument)
{
    struct deep_call *call = argument;
    pthread_sigmask(SIG_SETMASK, &call->mask, NULL);
    call->status = translate_and_report(call->invocation);
    return NULL;
}

static int translate_in_thread(struct deep_call *call, const pthread_attr_t *attributes)
{
    pthread_t thread;
    int error = pthread_create(&thread, attributes, translate_deeply, call);
    if (!error && pthread_join(thread, NULL) != 0)
        PPCC_BUG("the thread that translates cannot be waited for");
    return error;
}

int translate_sources(struct invocation *invocation)
{
    const size_t stack_size = (size_t)1 << (sizeof(void *) > 4 ? 30 : 26);
    struct deep_call call = {.invocation = invocation};
    pthread_attr_t attributes;
    sigset_t signals;
    int error = setenv("LIBCLANG_NOTHREADS", "1", 0) < 0 ? errno : pthread_attr_init(&attributes);
    if (error)
        return environment_error("cannot start", error);
    tempfiles_signals(&signals);
    pthread_sigmask(SIG_BLOCK, &signals, &call.mask);
    error = pthread_attr_setstacksize(&attributes, stack_size);
    if (!error)
        error = translate_in_thread(&call, &attributes);
    pthread_sigmask(SIG_SETMASK, &call.mask, NULL);
    pthread_attr_destroy(&attributes);
    return error ? translate_and_report(invocation) : call.status;
}
