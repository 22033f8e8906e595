/*
 * bin/ppcc, the compiler as users call it. It decides who does the work, and becomes that program:
 *
 *   - the real compiler, with the user's own arguments, when no source can concern ppcc; a link
 * gets libppar, so that objects compiled earlier find it, and a source that mentions ppar finds
 *     <ppar.h>, also where it is only preprocessed;
 *   - ppcc1 (driver.c), with the same arguments, when a source has to be looked at closely or one
 * of ppcc's own options asks for something.
 *
 * The decision is made from the command line and from the quick look of source.h. Nothing here may
 * need libclang: loading it would cost every plain compilation 30 ms.
 */
#include "complain.h"
#include "flags.h"
#include "installation.h"
#include "source.h"
#include "subprocess/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char help_text[] =
    "usage: ppcc [options of the compiler] file...\n"
    "\n"
    "Takes the place of cc, and runs the loops behind '#pragma ppar for' in parallel\n"
    "processes. Every option that is not listed here goes to the real compiler.\n"
    "\n"
    "  --check [-v] FILE...      what becomes of each loop; -v: and what it sends\n"
    "  --check -p DIR            the same for DIR/compile_commands.json\n"
    "  --fix FILE...             --check, and put in FILE what is certain to help\n"
    "  --suggest FILE...         which other loops could be parallel, as a patch\n"
    "  --explain ID              what a message means, and what to do\n"
    "  --emit [-o OUT] FILE      write the generated C; --keep: build, and keep it\n"
    "  --report=FILE             the verdicts as JSON Lines; '-' is stdout\n"
    "  --diagnostics-format=F    messages as text, json or sarif,\n"
    "  --diagnostics-file=FILE   written there\n"
    "  -Rppar  -Rppar-missed     remark on loops that are parallel, or could be\n"
    "  -Wppar-ID  -Wno-ppar-ID  -Werror=ppar-ID  -Wno-error=ppar-ID\n"
    "  --analysis-limit=SECONDS  processor time for each loop, by default 1\n"
    "  --show  --dump=STAGE      print the commands, or what a stage made\n"
    "  --cc=CC  --no-ppar        the real compiler; be that, as does PPCC=off\n"
    "  --version  --help\n"
    "\n"
    "Status: 0; 1: an error in a source; 2: usage or environment; else the real\n"
    "compiler's. PPAR_WORKERS=N ./program runs with N workers.\n";

static bool is_off(const struct command *command)
{
    const char *setting = getenv("PPCC");
    return command->no_ppar || (setting && strcmp(setting, "off") == 0);
}

/* The user's arguments as they were written, but for ppcc's own options. */
static void add_user_args(struct args *args, const struct command *command, int argc, char **argv)
{
    if (command->has_own_options)
        args_add_all(args, &command->args);
    else
        for (int k = 1; k < argc; k++)
            args_add(args, argv[k]);
}

static bool any_source_concerned(const struct command *command)
{
    for (size_t k = 0; k < command->inputs.count; k++) {
        const struct input *input = &command->inputs.items[k];
        if (!input_is_c(input))
            continue;
        if (input_is_stdin(input) && source_keep_stdin() < 0)
            continue;
        if (source_may_concern(command, input))
            return true;
    }
    return false;
}

static bool asks_for_more(const struct command *command)
{
    return command->emit || command->check || command->suggest || command->report ||
           command->dump || command->explains || command->messages.file ||
           command->messages.warnings.remarks[DIAG_MISSED];
}

static int become_translator(const struct installation *installation, struct arena *arena, int argc,
                             char **argv)
{
    struct args args = {.arena = arena};
    args_add(&args, installation->translator);
    for (int k = 1; k < argc; k++)
        args_add(&args, argv[k]);
    return run_become(&args);
}

static int become_compiler(const struct command *command, const struct args *args)
{
    if (command->show)
        fprintf(stderr, "%s\n", args_quote(args, " "));
    return run_become(args);
}

/* Build systems take the first line of --version for the real compiler's. */
static int print_version(struct args *compiler)
{
    args_add(compiler, "--version");
    int status = run_wait(compiler);
    printf("ppcc %s\n", PPCC_VERSION);
    return status;
}

static int front(struct arena *arena, int argc, char **argv)
{
    struct command command;
    command_parse(&command, arena, argc, argv);
    struct args compiler = {.arena = arena};
    real_compiler(&command, &compiler);
    if (command.version)
        return print_version(&compiler);
    if (command.help)
        return fputs(help_text, stdout) < 0;
    if (is_off(&command)) {
        add_user_args(&compiler, &command, argc, argv);
        return become_compiler(&command, &compiler);
    }
    if (command.wrong)
        return usage_error("%s", command.wrong);

    struct installation installation;
    if (installation_find(&installation, arena) < 0)
        return usage_error("cannot find the rest of ppcc (libexec/ppcc/ppcc1) beside this program");
    bool concerned = command.mode < MODE_QUERY && any_source_concerned(&command);
    if (asks_for_more(&command) || (concerned && command.mode < MODE_PREPROCESS))
        return become_translator(&installation, arena, argc, argv);

    add_user_args(&compiler, &command, argc, argv);
    if (concerned)
        add_compile_flags(&installation, &compiler);
    if (command_links(&command))
        add_link_flags(&installation, &command, &compiler);
    return become_compiler(&command, &compiler);
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_new();
    int status = front(arena, argc, argv);
    arena_free(arena);
    return status;
}
