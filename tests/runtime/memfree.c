/* PPAR_MEMFREE: what the system says of memory is the test's own here. Workers are not started, or
 * ended and replaced, and the results are the serial ones. */
#include "check.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { N = 24 };

/* Kilobytes that are free at the first, second, ... look, and then the last of them. */
static int looks, kilobytes[8];

static int say_memory(void)
{
    char text[64];
    int fd = memfd_create("meminfo", MFD_CLOEXEC);
    int length = snprintf(text, sizeof text, "MemAvailable: %d kB\n", kilobytes[looks]);
    looks += looks < 7;
    if (pwrite(fd, text, (size_t)length, 0) != length)
        abort();
    return fd;
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (strcmp(path, "/proc/meminfo") == 0)
        return say_memory();
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

static void add(void *acc, const void *part)
{
    *(double *)acc += *(const double *)part;
}

static void loop(int schedule)
{
    int results[N] = {0};
    double sum = 0.5;
    const double zero = -0.0;
    struct ppar_loop ppar = LOOP(N, .schedule = schedule, .chunk = 2);
    ppar_output(&ppar, results, 0, sizeof results);
    ppar_reduction(&ppar, &sum, sizeof sum, &zero, add, PPAR_PER_ITERATION);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            usleep(50000);
            results[i] = i + 1;
            sum += 1.0 / (i + 1);
            printf("%d\n", i);
            ppar_step(&ppar);
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++)
        check(results[i] == i + 1, "result %d is %d", i, results[i]);
    printf("%.17g\n", sum);
}

static void dynamic(void)
{
    loop(PPAR_DYNAMIC);
}

static void in_blocks(void)
{
    loop(PPAR_STATIC);
}

int main(void)
{
    static const struct {
        const char *name;
        int kilobytes[8];
        const char *said; /* "": nothing */
    } cases[] = {
        {"enough", {2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048}, ""},
        {"none to start with", {1023, 2048}, "no worker could be started"},
        {"for two", {2048, 2048, 800, 2048, 2048, 2048, 2048, 2048}, "only 2 of 3 workers"},
        {"low, not very", {2048, 2048, 2048, 600, 600, 600, 600, 600}, ""},
        {"for a while", {2048, 2048, 2048, 100, 100, 100, 2048, 2048}, "was ended"},
        {"for good", {2048, 2048, 2048, 2048, 2048, 100, 100, 100}, "was ended"},
    };
    struct outcome *outcome = run(dynamic, "PPAR_SERIAL=1");
    char *serial = strdup(outcome->out);
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        for (int schedule = 0; schedule < 2; schedule++) {
            void (*scenario)(void) = schedule == 0 ? dynamic : in_blocks;
            memcpy(kilobytes, cases[k].kilobytes, sizeof kilobytes);
            outcome = run(scenario, "PPAR_WORKERS=3 PPAR_MEMFREE=1M");
            check(outcome->status == 0, "%s: status %#x", cases[k].name, (unsigned)outcome->status);
            check_text(cases[k].name, outcome->out, serial);
            const char *end = strchr(outcome->err, '\n');
            check(cases[k].said[0] == '\0' ? end == NULL
                                           : strstr(outcome->err, cases[k].said) != NULL &&
                                                 end != NULL && end[1] == '\0',
                  "%s: said \"%s\"", cases[k].name, outcome->err);
        }
    }
    free(serial);
    return check_status();
}
