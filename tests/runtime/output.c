/*
 * stdout of the body: text, raw bytes, both, flushes between them, child processes; with the stream
 * buffered in each of the three ways. What comes out has to be what the serial program prints, byte
 * for byte, the effects of its buffer included.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

static FILE *alias; /* another name of stdout, from before the loop */

static void raw(const char *text)
{
    if (write(STDOUT_FILENO, text, strlen(text)) < 0)
        abort();
}

static void text_only(int i)
{
    printf("%d,", i);
    putchar('a' + i % 26);
    putc_unlocked('\n', stdout);
    puts("line");
    fputs("rest ", stdout);
}

static void raw_only(int i)
{
    char line[32];
    sprintf(line, "raw %d\n", i);
    raw(line);
}

static void text_then_raw(int i)
{
    printf("text %d ", i);
    raw_only(i);
}

static void flushed_then_raw(int i)
{
    printf("text %d ", i);
    fflush(stdout);
    raw_only(i);
    printf("more\n");
}

/* The flush at the start concerns what earlier iterations have left in the buffer. */
static void flush_first(int i)
{
    fflush(stdout);
    raw_only(i);
    printf("text %d\n", i);
}

static void flush_everything(int i)
{
    printf("a%d", i);
    fflush(NULL);
    raw("b");
    printf("c");
}

static void only_some(int i)
{
    if (i % 5 == 2)
        printf("%d\n", i);
    if (i % 7 == 3)
        raw_only(i);
}

static void child_process(int i)
{
    char command[64];
    printf("before %d\n", i);
    fflush(stdout);
    sprintf(command, "echo shell %d; echo twice", i);
    if (system(command) != 0)
        abort();
    printf("after %d\n", i);
}

static void forked(int i)
{
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        printf("forked %d\n", i);
        exit(3);
    }
    int status;
    waitpid(pid, &status, 0);
    printf("ended with %d\n", WEXITSTATUS(status));
}

static void by_alias(int i)
{
    fprintf(alias, "alias %d\n", i);
}

static void silent(int i)
{
    (void)i;
}

static void long_text(int i)
{
    for (int k = 0; k < 3000; k++)
        printf("%d.%d ", i, k);
}

static void (*body)(int);
static int mode;

static void scenario(void)
{
    setvbuf(stdout, NULL, mode, 4096);
    alias = stdout;
    printf("before the loop, no newline ");
    struct ppar_loop ppar = LOOP(24);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            body(i);
        ppar_commit(&ppar);
    }
    raw("[raw after]");
    printf("after the loop");
}

static void all_bodies(void)
{
    static const struct {
        const char *name;
        void (*body)(int);
    } bodies[] = {
        {"text only", text_only},
        {"raw only", raw_only},
        {"text then raw", text_then_raw},
        {"flushed then raw", flushed_then_raw},
        {"flush first", flush_first},
        {"flush everything", flush_everything},
        {"only some", only_some},
        {"child process", child_process},
        {"forked", forked},
        {"silent", silent},
        {"long text", long_text},
    };
    static const struct {
        const char *name;
        int mode;
    } modes[] = {{"full", _IOFBF}, {"line", _IOLBF}, {"none", _IONBF}};
    for (size_t k = 0; k < sizeof bodies / sizeof *bodies; k++) {
        for (size_t m = 0; m < 3; m++) {
            char name[64];
            snprintf(name, sizeof name, "%s, buffering %s", bodies[k].name, modes[m].name);
            body = bodies[k].body;
            mode = modes[m].mode;
            check_equivalent(name, scenario, "PPAR_SCHEDULE=dynamic,1");
            check_equivalent(name, scenario, "PPAR_SCHEDULE=static,3");
        }
    }
    body = by_alias;
    mode = _IOFBF;
    check_equivalent("alias", scenario, "");
}

/* Live output loses nothing; its order is not promised. */
static void live(void)
{
    body = text_only;
    mode = _IOFBF;
    struct outcome *serial = run(scenario, "PPAR_SERIAL=1");
    struct outcome *parallel = run(scenario, "PPAR_WORKERS=3 PPAR_OUTPUT=live");
    check(parallel->status == 0, "live: status %#x", (unsigned)parallel->status);
    check(parallel->out_length == serial->out_length, "live: %zu bytes, serially %zu",
          parallel->out_length, serial->out_length);
}

static int wide_before; /* the stream is wide already when the loop starts */

static void wide(void)
{
    if (wide_before)
        wprintf(L"wide\n");
    struct ppar_loop ppar = LOOP(24, .flags = PPAR_WIDE);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            wprintf(L"%d %lc\n", i, (wint_t)(L'a' + i));
        ppar_commit(&ppar);
    }
    wprintf(L"end\n");
}

static int flags, line_count;

/* Wide characters, and perhaps nobody has told the runtime. */
static void unannounced(void)
{
    struct ppar_loop ppar = LOOP(24, .flags = flags);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            for (int k = 0; k < line_count; k++)
                wprintf(L"wide %d\n", i);
            fflush(stdout);
        }
        ppar_commit(&ppar);
    }
    wprintf(L"end\n");
}

/* Text first makes the stream a byte stream, serially too; what is wide then vanishes. */
static void bytes_before_wide(void)
{
    printf("bytes\n");
    unannounced();
}

static void unannounced_wide(void)
{
    static const int counts[] = {1, 1000};
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
        line_count = counts[k];
        flags = 0;
        struct outcome *outcome = run(unannounced, "PPAR_WORKERS=3");
        check(outcome->status == 1 << 8 && strstr(outcome->err, "wide characters") != NULL,
              "unannounced wide: status %#x, \"%s\"", (unsigned)outcome->status, outcome->err);
        flags = PPAR_LIVE;
        struct outcome *live = run(unannounced, "PPAR_WORKERS=3");
        struct outcome *serial = run(unannounced, "PPAR_SERIAL=1");
        check(live->status == 0 && live->out_length == serial->out_length,
              "live wide: status %#x, %zu bytes", (unsigned)live->status, live->out_length);
        check_equivalent("bytes before wide", bytes_before_wide, "PPAR_OUTPUT=ordered");
    }
}

static void closed_stdout(void)
{
    int results[20] = {0};
    fclose(stdout);
    close(STDOUT_FILENO);
    struct ppar_loop ppar = LOOP(20);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            results[i] = i + 1;
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int k = 0; k < 20; k++)
        check(results[k] == k + 1, "stdout closed: result %d is %d", k, results[k]);
}

int main(void)
{
    all_bodies();
    live();
    check_equivalent("wide", wide, "");
    wide_before = 1;
    check_equivalent("wide before", wide, "");
    unannounced_wide();
    check_equivalent("stdout closed", closed_stdout, "");
    return check_status();
}
