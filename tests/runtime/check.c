/* Running scenarios in processes of their own; see check.h. */
#include "check.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* In seconds. To fork takes long where there is shadow memory to be copied. */
#ifdef __SANITIZE_ADDRESS__
#define TIME_LIMIT 60
#else
#define TIME_LIMIT 20
#endif

static int failures;

int check(int condition, const char *format, ...)
{
    if (condition)
        return condition;
    failures++;
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "FAILED: ");
    vfprintf(stderr, format, arguments);
    fprintf(stderr, "\n");
    va_end(arguments);
    return 0;
}

int check_text(const char *what, const char *got, const char *wanted)
{
    size_t same = 0;
    while (got[same] != '\0' && got[same] == wanted[same])
        same++;
    return check(strcmp(got, wanted) == 0, "%s: at byte %zu got \"%.80s\", wanted \"%.80s\"", what,
                 same, got + same, wanted + same);
}

void check_start(void)
{
    failures = 0;
}

int check_status(void)
{
    if (failures != 0)
        fprintf(stderr, "%d failed\n", failures);
    return failures != 0;
}

static void apply_settings(const char *settings)
{
    char text[256];
    snprintf(text, sizeof text, "%s", settings);
    for (char *word = strtok(text, " "); word != NULL; word = strtok(NULL, " ")) {
        char *value = strchr(word, '=');
        *value++ = '\0';
        setenv(word, value, 1);
    }
}

static char *read_back(int fd, size_t *length)
{
    struct stat info;
    fstat(fd, &info);
    *length = (size_t)info.st_size;
    char *text = malloc(*length + 1);
    ssize_t got = pread(fd, text, *length, 0);
    text[got < 0 ? 0 : got] = '\0';
    return text;
}

static int open_file(void)
{
    return memfd_create("scenario", MFD_CLOEXEC);
}

struct outcome *run(void (*scenario)(void), const char *settings)
{
    static struct outcome outcomes[2];
    static int turn;
    struct outcome *outcome = &outcomes[turn ^= 1];
    free(outcome->out);
    free(outcome->err);
    int out = open_file(), err = open_file();
    fflush(stdout); /* what the test has said itself is no output of the scenario */
    fcntl(out, F_SETFL, O_APPEND);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(out, STDOUT_FILENO);
        dup2(err, STDERR_FILENO);
        close(out);
        close(err);
        check_start();
        alarm(TIME_LIMIT);
        apply_settings(settings);
        scenario();
        exit(failures != 0 ? 99 : 0);
    }
    waitpid(pid, &outcome->status, 0);
    outcome->out = read_back(out, &outcome->out_length);
    outcome->err = read_back(err, &outcome->err_length);
    close(out);
    close(err);
    return outcome;
}

void check_equivalent(const char *name, void (*scenario)(void), const char *settings)
{
    static const char *const workers[] = {"1", "2", "3", "7", "64"};
    for (size_t k = 0; k < sizeof workers / sizeof *workers; k++) {
        char text[256], what[512];
        snprintf(text, sizeof text, "PPAR_SERIAL=1 %s", settings);
        struct outcome *serial = run(scenario, text);
        snprintf(text, sizeof text, "PPAR_WORKERS=%s %s", workers[k], settings);
        struct outcome *parallel = run(scenario, text);
        snprintf(what, sizeof what, "%s, %s", name, text);
        check(parallel->status == serial->status, "%s: status %#x, serially %#x", what,
              (unsigned)parallel->status, (unsigned)serial->status);
        check_text(what, parallel->out, serial->out);
        check(parallel->out_length == serial->out_length, "%s: lengths differ", what);
        check_text(what, parallel->err, "");
    }
}

void check_scenarios(const struct scenario *scenarios, size_t count)
{
    for (const struct scenario *one = scenarios; one < scenarios + count; one++) {
        struct outcome *serial = run(one->function, "PPAR_SERIAL=1");
        struct outcome *outcome = run(one->function, one->settings);
        check(outcome->status == 0, "%s: status %#x: %s", one->name, (unsigned)outcome->status,
              outcome->err);
        check_text(one->name, outcome->out, serial->out);
    }
}

int count_descriptors(void)
{
    int count = 0;
    DIR *folder = opendir("/proc/self/fd");
    while (readdir(folder) != NULL)
        count++;
    closedir(folder);
    return count;
}
