/*
 * The phase that translates: every source that was chosen, so that the problems of all are seen at
 * once, and the report on them.
 */
#include "complain.h"
#include "files.h"
#include "invocation.h"
#include "source.h"
#include "subprocess/run.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* gcc contracts a*b+c into one operation unless it is told to follow ISO C; clang always may. */
static bool may_contract(const struct invocation *invocation)
{
    const struct command *command = &invocation->command;
    if (command->contracts_given || !command->is_iso)
        return command->contracts_given ? command->contracts : true;
    struct args ask = {.arena = invocation->arena};
    args_add_all(&ask, &invocation->compiler);
    args_add(&ask, "--version");
    struct buf answer = {0};
    int status = run_capture(&ask, &answer);
    bool is_gcc = status == 0 && !strstr(buf_text(&answer), "clang") &&
                  strstr(buf_text(&answer), "Free Software Foundation");
    buf_release(&answer);
    return !is_gcc;
}

/* A compiler that the user chose may be one for another machine. */
static void add_target(const struct invocation *invocation, struct args *args)
{
    if (!invocation->command.cc && !getenv("PPCC_CC"))
        return;
    struct args ask = {.arena = invocation->arena};
    args_add_all(&ask, &invocation->compiler);
    args_add(&ask, "-dumpmachine");
    struct buf answer = {0};
    if (run_capture(&ask, &answer) == 0 && answer.length)
        args_add(args, arena_printf(invocation->arena, "--target=%.*s",
                                    (int)strcspn(answer.bytes, "\n"), answer.bytes));
    buf_release(&answer);
}

/* What libclang needs to see the sources as the real compiler does. */
static void add_libclang_flags(const struct invocation *invocation, struct args *args)
{
    args_add(args, "-x");
    args_add(args, "c");
    add_target(invocation, args);
    args_add_all(args, &invocation->command.libclang);
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

/* OPTIONS lacks the flags for libclang, which are FLAGS and what this source needs. */
static int translate_job(const struct invocation *invocation, struct job *job,
                         struct translate_options options, const struct args *flags)
{
    struct buf text = {0};
    int error = source_read(job->input, &text);
    struct args args = {.arena = invocation->arena};
    args_add_all(&args, flags);
    if (input_is_preprocessed(job->input))
        add_dialect(&args, &text);
    options.frontend.args = args.list.items;
    options.frontend.arg_count = args.list.count;

    int status = 0;
    if (error < 0)
        status = unreadable(invocation, job, -error);
    else
        job->outcome = translate(
            &options, input_is_stdin(job->input) ? "<stdin>" : job->input->path, &text, &job->text);
    if (job->outcome == OUTCOME_PLAIN && invocation->command.emit)
        buf_add(&job->text, buf_text(&text), text.length);
    buf_release(&text);
    return status ? status : job->outcome == OUTCOME_REJECTED ? EXIT_USER_ERROR : 0;
}

/* Every source is looked at, so that all problems are seen at once; the worst status counts. */
static int translate_all(struct invocation *invocation, FILE *report)
{
    const struct command *command = &invocation->command;
    bool reports_to_stdout = command->report && !strcmp(command->report, "-");
    struct translate_options options = {
        .frontend.wraps_signed = command->wraps_signed,
        .frontend.types_alias = command->types_alias,
        .frontend.fast_math = command->fast_math,
        .frontend.contracts = may_contract(invocation),
        .report = report,
        .analysis_limit = command->analysis_limit,
        .verdicts = command->check && !reports_to_stdout ? stdout : NULL,
        .suggests = command->suggest,
        .suggestions = command->suggest && !reports_to_stdout ? stdout : NULL,
        .dump = command->dump,
        .dump_to = stdout,
    };
    struct args flags = {.arena = invocation->arena};
    add_libclang_flags(invocation, &flags);
    int status = 0;
    for (size_t k = 0; k < invocation->jobs.count; k++) {
        int one = translate_job(invocation, &invocation->jobs.items[k], options, &flags);
        status = one > status ? one : status;
    }
    return status;
}

/* Translates, with the report collected in memory and written at the end, whole. */
static int translate_and_report(struct invocation *invocation)
{
    const char *path = invocation->command.report;
    if (!path)
        return translate_all(invocation, NULL);
    char *lines = NULL;
    size_t length = 0;
    FILE *report = open_memstream(&lines, &length);
    if (!report)
        return environment_error("no memory for the report", errno);
    int status = translate_all(invocation, report);
    int error = fclose(report) == 0 && fflush(stdout) == 0 ? 0 : -errno;
    if (error == 0 && strcmp(path, "-") == 0)
        error = write_all(STDOUT_FILENO, lines, length);
    else if (error == 0)
        error = replace_file(invocation->arena, path, lines, length);
    free(lines);
    return error < 0 ? environment_error(path, -error) : status;
}

/*
 * Trees are walked recursively, here and in libclang, and a sum of 100 000 terms is as deep as it
 * is long: that is done on a stack of its own. Its memory is not used until it is needed. Without
 * threads of libclang's own, what it does happens on this stack too.
 */
struct deep_call {
    struct invocation *invocation;
    int status;
};

static void *translate_deeply(void *argument)
{
    struct deep_call *call = argument;
    call->status = translate_and_report(call->invocation);
    return NULL;
}

int translate_sources(struct invocation *invocation)
{
    const size_t stack_size = (size_t)1 << (sizeof(void *) > 4 ? 30 : 26);
    struct deep_call call = {invocation, 0};
    pthread_attr_t attributes;
    pthread_t thread;
    int error = setenv("LIBCLANG_NOTHREADS", "1", 0) < 0 ? errno : pthread_attr_init(&attributes);
    if (error)
        return environment_error("cannot start", error);
    error = pthread_attr_setstacksize(&attributes, stack_size);
    if (!error)
        error = pthread_create(&thread, &attributes, translate_deeply, &call);
    pthread_attr_destroy(&attributes);
    if (error)
        return translate_and_report(invocation);
    if (pthread_join(thread, NULL) != 0)
        PPCC_BUG("the thread that translates cannot be waited for");
    return call.status;
}
