/*
 * One invocation, in phases: choose the sources to look at closely; translate them, and stop if any
 * is wrong; write what was asked for (--report, --check, --suggest, --emit, --dump); else run the
 * real compiler.
 */
#include "driver.h"

#include "complain.h"
#include "database.h"
#include "explain.h"
#include "files.h"
#include "invocation.h"
#include "source.h"
#include "tempfiles.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int emit(struct invocation *invocation)
{
    const struct buf *text = &invocation->jobs.items[0].text;
    const char *output = invocation->command.output;
    fflush(stdout);
    int error = !output || strcmp(output, "-") == 0
                    ? write_all(STDOUT_FILENO, buf_text(text), text->length)
                    : replace_file(invocation->arena, output, buf_text(text), text->length);
    return error < 0 ? environment_error(output ? output : "stdout", -error) : 0;
}

bool is_one_program(const struct invocation *invocation)
{
    const struct command *command = &invocation->command;
    return command->check || command->suggest || command->dump ||
           (command->mode == MODE_LINK && !command->is_relocatable && !command->renames);
}

bool is_closed(const struct invocation *invocation)
{
    const struct command *command = &invocation->command;
    size_t named = command->database ? invocation->listed : command->inputs.count;
    return is_one_program(invocation) && !command->links_more && invocation->jobs.count == named;
}

static bool may_concern(const struct invocation *invocation, const struct input *input)
{
    const struct command *command = &invocation->command;
    return command->emit || command->check || command->suggest || command->dump ||
           command->messages.warnings.remarks[DIAG_MISSED] || source_may_concern(command, input);
}

static bool any_may_concern(const struct invocation *invocation)
{
    const struct command *command = &invocation->command;
    for (size_t k = 0; k < command->inputs.count; k++)
        if (input_is_c(&command->inputs.items[k]) &&
            may_concern(invocation, &command->inputs.items[k]))
            return true;
    return false;
}

/* Sources that the quick look clears are left out, unless ppcc itself was asked about them, or they
 * may have definitions for one that is not cleared. */
static void choose_jobs(struct invocation *invocation)
{
    const struct command *command = &invocation->command;
    for (size_t k = 0; k < command->inputs.count; k++)
        if (input_is_c(&command->inputs.items[k]) && input_is_stdin(&command->inputs.items[k]))
            (void)source_keep_stdin(); /* reading it fails in turn, and is reported then */
    bool takes_all = is_one_program(invocation) && any_may_concern(invocation);
    for (size_t k = 0; k < command->inputs.count; k++) {
        const struct input *input = &command->inputs.items[k];
        struct job job = {.input = input, .command = command, .outcome = OUTCOME_PLAIN};
        if (input_is_c(input) && (takes_all || may_concern(invocation, input)))
            LIST_PUSH(invocation->arena, invocation->jobs, job);
    }
}

static int check_usage(const struct invocation *invocation)
{
    const struct command *command = &invocation->command;
    if (command->database && (command->emit || command->inputs.count))
        return usage_error("-p takes the sources, all of them, from the compilation database");
    if (command->emit && invocation->jobs.count != 1)
        return usage_error("--emit takes one C source");
    if (command->check && invocation->jobs.count == 0)
        return usage_error("--check needs a C source");
    if (command->suggest && invocation->jobs.count == 0)
        return usage_error("--suggest needs a C source");
    if (command->fix && (command->suggest || command->emit || command->dump))
        return usage_error("--fix goes together with --check alone");
    for (size_t k = 0; command->fix && k < command->inputs.count; k++)
        if (input_is_stdin(&command->inputs.items[k]))
            return usage_error("--fix needs files, and stdin is none");
    if (command->suggest && command->emit)
        return usage_error("--suggest and --emit exclude each other");
    if (command->dump && invocation->jobs.count == 0)
        return usage_error("--dump needs a C source");
    return 0;
}

static int run_phases(struct invocation *invocation)
{
    const struct command *command = &invocation->command;
    int status = 0;
    if (command->database)
        status = database_read(invocation);
    else
        choose_jobs(invocation);
    status = status ? status : check_usage(invocation);
    if (status == 0)
        status = translate_sources(invocation);
    if (status || command->check || command->suggest || command->dump)
        return status;
    if (command->emit)
        return emit(invocation);
    if (command->inputs.count == 0 && command->mode < MODE_QUERY && command->report)
        return usage_error("--report needs a C source");
    return compile_sources(invocation);
}

static int drive_command(struct invocation *invocation)
{
    if (invocation->command.wrong)
        return usage_error("%s", invocation->command.wrong);
    if (invocation->command.explains)
        return explain(invocation->arena, invocation->command.explain);
    int error = installation_find(&invocation->installation, invocation->arena);
    if (error < 0)
        return environment_error("cannot find the files of ppcc beside this program", -error);
    invocation->compiler.arena = invocation->arena;
    real_compiler(&invocation->command, &invocation->compiler);
    return run_phases(invocation);
}

int drive(int argc, char **argv)
{
    struct invocation invocation = {.arena = arena_new()};
    command_parse(&invocation.command, invocation.arena, argc, argv);
    int status = drive_command(&invocation);
    if (fflush(stdout) != 0 && status == 0)
        status = environment_error("stdout", errno);
    for (size_t k = 0; k < invocation.jobs.count; k++)
        buf_release(&invocation.jobs.items[k].text);
    tempfiles_remove();
    arena_free(invocation.arena);
    return status;
}
