/* Everything that the system may refuse before a worker runs: fewer workers or none, said once, and
 * the right results. fork and mmap are the test's own here, and fail when they are told to. */
#include "check.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

static int forks_left = -1, mappings_left = -1; /* -1: as many as the system gives */

pid_t fork(void)
{
    if (forks_left == 0) {
        errno = EAGAIN;
        return -1;
    }
    forks_left -= forks_left > 0;
    pid_t (*real)(void) = (pid_t(*)(void))dlsym(RTLD_NEXT, "fork");
    return real();
}

/* Only the shared memory of a loop is refused. */
void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset)
{
    static void *(*real)(void *, size_t, int, int, int, off_t);
    if (mappings_left == 0 && (flags & MAP_SHARED) != 0) {
        errno = ENOMEM;
        return MAP_FAILED;
    }
    if (real == NULL)
        real = (void *(*)(void *, size_t, int, int, int, off_t))dlsym(RTLD_NEXT, "mmap");
    return real(at, length, protection, flags, fd, offset);
}

static int disk_is_full;

int fallocate(int fd, int mode, off_t at, off_t length)
{
    (void)fd, (void)mode, (void)at, (void)length;
    errno = disk_is_full ? ENOSPC : EOPNOTSUPP;
    return -1;
}

static void loop(const char *name, int schedule)
{
    int results[100] = {0};
    struct ppar_loop ppar = LOOP(100, .schedule = schedule);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            results[i] = i * 3;
            printf("%d ", i);
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    printf("%s\n", name);
    for (int i = 0; i < 100; i++)
        check(results[i] == i * 3, "%s: result %d is %d", name, i, results[i]);
}

static void all_schedules(void)
{
    loop("auto", PPAR_AUTO);
    loop("static", PPAR_STATIC);
    loop("dynamic", PPAR_DYNAMIC);
}

static void no_fork(void)
{
    forks_left = 0;
    all_schedules();
}

static void one_fork(void)
{
    for (int schedule = PPAR_AUTO; schedule <= PPAR_GUIDED; schedule++) {
        forks_left = 1;
        loop("one fork", schedule);
    }
}

static void three_forks(void)
{
    for (int schedule = PPAR_AUTO; schedule <= PPAR_GUIDED; schedule++) {
        forks_left = 3;
        loop("three forks", schedule);
    }
}

static void no_mapping(void)
{
    mappings_left = 0;
    all_schedules();
}

/* Only meanwhile: a sanitizer wants descriptors of its own at the end. */
static void with_descriptors(rlim_t most)
{
    struct rlimit before, limit;
    getrlimit(RLIMIT_NOFILE, &before);
    limit = (struct rlimit){most, before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &limit);
    all_schedules();
    setrlimit(RLIMIT_NOFILE, &before);
}

static void no_descriptor(void)
{
    with_descriptors(3);
}

static void few_descriptors(void)
{
    with_descriptors(9);
}

/* More waits for the first iteration than is kept in memory, and there is no room on disk: the
 * other workers have to wait. */
static void full_disk(void)
{
    enum { ROWS = 6, WIDTH = 14 << 20 };
    static char rows[ROWS][WIDTH];
    disk_is_full = 1;
    struct ppar_loop ppar = LOOP(ROWS, .schedule = PPAR_DYNAMIC, .flags = PPAR_ORDERED);
    ppar_output(&ppar, rows, 0, sizeof rows);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            memset(rows[i], 'a' + i, WIDTH);
            usleep(i == 0 ? 300000 : 0);
            ppar_put(&ppar, 0, (long long)i * WIDTH, WIDTH);
        }
        ppar_commit(&ppar);
    }
    for (int i = 0; i < ROWS; i++)
        printf("%c%c\n", rows[i][0], rows[i][WIDTH - 1]);
}

static int count_lines(const char *text)
{
    int lines = 0;
    for (; *text != '\0'; text++)
        lines += *text == '\n';
    return lines;
}

int main(void)
{
    static const struct {
        const char *name;
        void (*scenario)(void);
        const char *word;
    } cases[] = {
        {"no fork", no_fork, "no worker could be started"},
        {"one fork", one_fork, "only 1 of 7 workers"},
        {"three forks", three_forks, "only 3 of 7 workers"},
        {"no mapping", no_mapping, "no worker could be started"},
        {"no descriptor", no_descriptor, "no worker could be started"},
        {"few descriptors", few_descriptors, "of 7 workers"},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct outcome *serial = run(cases[k].scenario, "PPAR_SERIAL=1");
        struct outcome *parallel = run(cases[k].scenario, "PPAR_WORKERS=7");
        check(parallel->status == 0, "%s: status %#x", cases[k].name, (unsigned)parallel->status);
        check_text(cases[k].name, parallel->out, serial->out);
        check(count_lines(parallel->err) == 1 && strstr(parallel->err, cases[k].word) != NULL,
              "%s: said \"%s\"", cases[k].name, parallel->err);
    }
    struct outcome *serial = run(full_disk, "PPAR_SERIAL=1");
    struct outcome *parallel = run(full_disk, "PPAR_WORKERS=3");
    check(parallel->status == 0, "full disk: status %#x", (unsigned)parallel->status);
    check_text("full disk", parallel->out, serial->out);
    check_text("full disk", parallel->err, "");
    return check_status();
}
