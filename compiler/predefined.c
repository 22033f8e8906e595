/*
 * The real compiler is asked for its predefined macros by `cc FLAGS -dM -E -x c -`, which gcc and
 * clang understand. It gets the flags that can make a difference and no others: what the user
 * defines or includes libclang hears of anyway, and nothing may write a file. A process costs some
 * milliseconds, so the same question with the same flags is asked once in an invocation.
 */
#include "predefined.h"

#include "subprocess/run.h"

#include <string.h>

static bool starts_with_any(const char *arg, const char *const *starts)
{
    for (; *starts; starts++)
        if (strncmp(arg, *starts, strlen(*starts)) == 0)
            return true;
    return false;
}

bool may_predefine(const char *arg)
{
    static const char *const never[] = {"-fsyntax-only",    "-fdump",
                                        "-fcallgraph-info", "-fcompare-debug",
                                        "-fpreprocessed",   "-fdirectives-only",
                                        "-mllvm",           NULL};
    static const char *const may[] = {
        "-f", "-m", "-O", "-std=", "--std=", "-ansi", "-undef", "-pthread", "-target",
        "--target=", "-specs", "--specs", "-B",
        /* where <stdc-predef.h> is, which gcc reads before everything else */
        "-I", "-isystem", "-idirafter", "-nostdinc", "-isysroot", "--sysroot", "-iprefix",
        "-iwithprefix", "--include-directory", NULL};
    return starts_with_any(arg, may) && !starts_with_any(arg, never);
}

/* Asks in a process of its own. */
static const char *ask(const struct predefined *predefined, const struct args *args,
                       const char *text)
{
    struct buf answer = {0};
    const char *macros = NULL;
    if (run_filter(args, text, &answer) == 0 && answer.length)
        macros = arena_strdup(predefined->invocation->arena, buf_text(&answer));
    buf_release(&answer);
    return macros;
}

const char *predefined_behind(void *asked, const char *text, const char *const *more)
{
    const struct predefined *predefined = asked;
    struct invocation *invocation = predefined->invocation;
    struct args args = {.arena = invocation->arena};
    args_add_all(&args, &invocation->compiler);
    args_add_all(&args, &predefined->command->predefining);
    for (; more && *more; more++)
        args_add(&args, *more);
    static const char *const ends[] = {"-w", "-dM", "-E", "-x", "c", "-"};
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        args_add(&args, ends[k]);
    const char *flags = args_quote(&args, " ");
    for (size_t k = 0; k < invocation->answers.count; k++) {
        const struct answer *answer = &invocation->answers.items[k];
        if (!strcmp(answer->flags, flags) && !strcmp(answer->text, text))
            return answer->macros;
    }
    struct answer answer = {flags, text, ask(predefined, &args, text)};
    LIST_PUSH(invocation->arena, invocation->answers, answer);
    return answer.macros;
}
