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
    "usage: ppcc [compiler options] file...\n"
    "\n"
    "Compiles C, with the loops behind '#pragma ppar for' run by parallel processes. Takes the\n"
    "place of cc: every option that is not listed here goes to the real compiler.\n"
    "\n"
    "  --emit [-o out.c] file.c   write the generated C and stop\n"
    "  --check file.c...          say what becomes of each loop; status 1 if one is rejected\n"
    "  --check -v file.c...       and what one iteration sends home\n"
    "  --check -p DIR             the same of the sources in DIR/compile_commands.json\n"
    "  --suggest file.c...        which other loops could run in parallel, as a patch\n"
    "  --report=FILE              the verdicts as JSON Lines; '-' is stdout\n"
    "  --explain ID               what a diagnostic means, and what to do\n"
    "  --analysis-limit=SECONDS   give up a loop after that much processor time (1)\n"
    "  --show                     print the commands that are run\n"
    "  --keep                     keep the generated C as NAME.ppar.c beside the output\n"
    "  --dump=STAGE               print what a stage made: scan parse model effects roles depend\n"
    "                             types verdict lower rewrite\n"
    "  --cc=CC                    the real compiler (else $PPCC_CC, else cc)\n"
    "  --no-ppar                  be the real compiler: no loop becomes parallel\n"
    "  --version  --help\n"
    "\n"
    "PPCC=off in the environment is --no-ppar. PPAR_WORKERS=N sets the number of workers of the\n"
    "program that was built. Status: 0; 1: an error in the source; 2: usage or environment; else\n"
    "the real compiler's.\n";

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
