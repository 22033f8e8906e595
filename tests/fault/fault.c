/*
 * Every call of the runtime fails once: for each program, each kind of call, each fault and each n,
 * the program runs with that fault in the n-th such call of the parent, and of a worker. It has to
 * end as the serial program, perhaps after a word on stderr; or with an error that says so and no
 * output but what the serial program prints first. It must not hang, nor leave a child or a
 * descriptor behind.
 *
 *     fault [--long] [--table] [WORD]
 *
 * Without --long, n is one of a few, of two with the sanitizers. --table prints what came of the
 * faults, for the documentation.
 * WORD: only programs and calls whose names contain it.
 */
#include "inject.h"
#include "programs.h"

#include "../runtime/check.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* The n below it are tried in the short form, and the last one. */
#ifdef __SANITIZE_ADDRESS__
enum { FEW = 2 };
#else
enum { FEW = 4 };
#endif

enum verdict { SAME, SAID, FAILED, KILLED, WRONG, VERDICTS };

/* Columns of the totals: the errors of the call, and then: */
enum { ERRORS = 4, SHORTS = ERRORS, DEATHS, TERMINATIONS, KINDS };

static const struct program *program;
static int totals[CALL_COUNT][KINDS][VERDICTS];
static char serial_out[1 << 20];
static int serial_status;
static int is_long;

static const int errors[CALL_COUNT][ERRORS] = {
#define CALL(name, ...) {__VA_ARGS__},
#include "calls.def"
#undef CALL
};

static void scenario(void)
{
    inject_start();
    program->run();
}

static struct outcome *run_planned(struct plan plan, const char *workers)
{
    char settings[256];
    injection->plan = plan;
    injection->struck = 0;
    snprintf(settings, sizeof settings, "%s %s", workers, program->settings);
    return run(scenario, settings);
}

static const char *fault_name(const struct plan *plan)
{
    return plan->fault == ERROR   ? strerrorname_np(plan->error)
           : plan->fault == SHORT ? "short"
           : plan->fault == DEATH ? "death"
                                  : "SIGTERM";
}

static int starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* Every line is ours. */
static int is_said(const char *err)
{
    while (*err != '\0') {
        if (!starts_with(err, "ppar: "))
            return 0;
        err = strchr(err, '\n');
        if (err++ == NULL)
            return 0;
    }
    return 1;
}

static enum verdict judge(const struct plan *plan, const struct outcome *outcome)
{
    int status = outcome->status;
    if (!is_said(outcome->err))
        return WRONG;
    if (status == serial_status && strcmp(outcome->out, serial_out) == 0)
        return outcome->err[0] == '\0' ? SAME : SAID;
    if (!starts_with(serial_out, outcome->out))
        return WRONG;
    if (plan->fault == TERMINATE && status == SIGTERM)
        return KILLED;
    if (plan->fault == DEATH && plan->process == IN_PARENT)
        return status == SIGKILL ? KILLED : WRONG;
    if (plan->fault == DEATH && status == SIGKILL)
        return outcome->err[0] != '\0' ? FAILED : WRONG;
    return status == 1 << 8 && outcome->err[0] != '\0' ? FAILED : WRONG;
}

/* Those of a parent that was killed are the kernel's to end, and those that stay, in any case. */
static int leaves_children(const struct plan *plan)
{
    int is_killed = plan->process == IN_PARENT &&
                    (plan->fault == DEATH || (program->stays && plan->fault == TERMINATE));
    int left = waitpid(-1, NULL, WNOHANG) >= 0 || errno != ECHILD;
    while (waitpid(-1, NULL, 0) > 0)
        continue;
    return left && !is_killed;
}

static int kind_of(const struct plan *plan)
{
    int kind = plan->fault == SHORT ? SHORTS : plan->fault == DEATH ? DEATHS : TERMINATIONS;
    for (int k = 0; k < ERRORS && plan->fault == ERROR; k++) {
        if (errors[plan->call][k] == plan->error)
            kind = k;
    }
    return kind;
}

static void try(struct plan plan)
{
    struct outcome *outcome = run_planned(plan, "PPAR_WORKERS=3");
    int left = leaves_children(&plan);
    enum verdict verdict = left ? WRONG : judge(&plan, outcome);
    totals[plan.call][kind_of(&plan)][verdict] += injection->struck;
    check(verdict != WRONG,
          "%s: %s number %d of %s %d meets %s: status %#x%s, said \"%.300s\", printed \"%.300s\"",
          program->name, call_name(plan.call), plan.nth,
          plan.process == IN_WORKER ? "worker" : "parent", plan.worker, fault_name(&plan),
          (unsigned)outcome->status, left ? ", a child is left" : "", outcome->err, outcome->out);
}

static int is_shortened(enum call call)
{
    return call == CALL_read || call == CALL_write || call == CALL_writev || call == CALL_pread ||
           call == CALL_pwrite || call == CALL_pwritev || call == CALL_poll;
}

static void try_faults(struct plan plan)
{
    for (int k = 0; k < ERRORS && errors[plan.call][k] != 0; k++) {
        plan.fault = ERROR;
        plan.error = errors[plan.call][k];
        try(plan);
    }
    plan.fault = SHORT;
    if (is_shortened(plan.call))
        try(plan);
    plan.fault = DEATH;
    try(plan);
    plan.fault = TERMINATE;
    if (plan.process == IN_PARENT)
        try(plan);
}

/* MOST: calls of this kind when nothing fails. */
static void try_calls(enum call call, enum process process, int most)
{
    for (int nth = 1; nth <= most; nth++) {
        if ((is_long && !program->slow) || nth < FEW || nth == most)
            try_faults((struct plan){.call = call, .process = process, .nth = nth});
    }
}

static void measure(void)
{
    memset(injection->most, 0, sizeof injection->most);
    struct outcome *serial = run_planned((struct plan){0}, "PPAR_SERIAL=1");
    snprintf(serial_out, sizeof serial_out, "%s", serial->out);
    serial_status = serial->status;
    memset(injection->most, 0, sizeof injection->most);
    struct outcome *parallel = run_planned((struct plan){0}, "PPAR_WORKERS=3");
    check(parallel->status == serial_status, "%s: status %#x without a fault", program->name,
          (unsigned)parallel->status);
    check_text(program->name, parallel->out, serial_out);
    check_text(program->name, parallel->err, "");
}

static void try_program(const char *word)
{
    int most[2][CALL_COUNT];
    measure();
    memcpy(most, injection->most, sizeof most);
    for (int call = 0; call < CALL_COUNT; call++) {
        if (strstr(program->name, word) == NULL && strstr(call_name(call), word) == NULL)
            continue;
        try_calls(call, IN_PARENT, most[IN_PARENT][call]);
        try_calls(call, IN_WORKER, most[IN_WORKER][call]);
    }
}

/* "EINTR: as serially; EIO: as serially or an error; " */
static void print_outcomes(const char *name, const int *total)
{
    static const char *const words[VERDICTS] = {
        "as serially", "as serially, and said", "an error", "ended by the signal", "WRONG",
    };
    const char *between = ": ";
    for (int verdict = 0; verdict < VERDICTS; verdict++) {
        if (total[verdict] == 0)
            continue;
        printf("%s%s%s", between[0] == ':' ? name : "", between, words[verdict]);
        between = " or ";
    }
    printf(between[0] == ':' ? "" : "; ");
}

static void print_table(void)
{
    printf("| call | failures, and what comes of them |\n|---|---|\n");
    for (int call = 0; call < CALL_COUNT; call++) {
        printf("| `%s` | ", call_name(call));
        for (int k = 0; k < ERRORS && errors[call][k] != 0; k++)
            print_outcomes(strerrorname_np(errors[call][k]), totals[call][k]);
        print_outcomes("short", totals[call][SHORTS]);
        printf("|\n");
    }
}

/* In the long form each call has to have failed. */
static int count_tried(int every)
{
    int tried = 0;
    for (int call = 0; call < CALL_COUNT; call++) {
        int before = tried;
        for (int kind = 0; kind < KINDS; kind++) {
            for (int verdict = 0; verdict < VERDICTS; verdict++)
                tried += totals[call][kind][verdict];
        }
        check(!every || tried > before, "no program calls %s", call_name((enum call)call));
    }
    return tried;
}

/* Files about runs (PPAR_TRACE) are left here, perhaps half done. */
static char folder[] = "/tmp/faultXXXXXX";

static void enter_folder(void)
{
    if (mkdtemp(folder) == NULL || chdir(folder) != 0)
        abort();
}

static void remove_folder(void)
{
    const struct dirent *entry;
    DIR *files = opendir(folder);
    while (files != NULL && (entry = readdir(files)) != NULL) {
        if (entry->d_name[0] != '.')
            unlink(entry->d_name);
    }
    if (files != NULL)
        closedir(files);
    check(rmdir(folder) == 0, "%s is left", folder);
}

int main(int argc, char **argv)
{
    const char *word = "";
    int table = 0;
    for (int k = 1; k < argc; k++) {
        is_long |= strcmp(argv[k], "--long") == 0;
        table |= strcmp(argv[k], "--table") == 0;
        if (argv[k][0] != '-')
            word = argv[k];
    }
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    enter_folder();
    injection =
        mmap(NULL, sizeof *injection, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (int k = 0; k < program_count; k++) {
        program = &programs[k];
        if (is_long || !program->slow)
            try_program(word);
    }
    if (table)
        print_table();
    int tried = count_tried(is_long && word[0] == '\0');
    printf("%d faults\n", tried);
    check(tried > 0, "nothing was tried");
    remove_folder();
    return check_status();
}
