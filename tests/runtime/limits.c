/* Limits of the system, as the system itself enforces them: descriptors, processes, memory, the
 * size of files and pipes. Fewer workers or none, said once, and the right results. */
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { N = 60, UNTESTED = 77 };

static int pipe_size; /* 0: as the system gives it */
static int no_memfd;

int fcntl(int fd, int command, ...)
{
    va_list rest;
    va_start(rest, command);
    long argument = va_arg(rest, long);
    va_end(rest);
    if (command == F_SETPIPE_SZ && pipe_size != 0)
        argument = pipe_size;
    return (int)syscall(SYS_fcntl, fd, command, argument);
}

int memfd_create(const char *name, unsigned flags)
{
    if (no_memfd) {
        errno = ENOSYS;
        return -1;
    }
    return (int)syscall(SYS_memfd_create, name, flags);
}

static void limit(int resource, rlim_t most)
{
    struct rlimit limits;
    getrlimit(resource, &limits);
    limits.rlim_cur = most;
    setrlimit(resource, &limits);
}

/* Results, some perhaps not written; text; raw bytes. */
static int results[N], perhaps[N];

static void loop(int schedule, int text)
{
    struct ppar_loop ppar = LOOP(N, .schedule = schedule);
    ppar_output(&ppar, results, 0, sizeof results);
    ppar_output(&ppar, perhaps, 0, sizeof perhaps);
    while (ppar_chunk(&ppar)) {
        const long long low = 4 * (long long)ppar.first;
        const long long length = 4 * (long long)(ppar.last - ppar.first);
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            results[i] = i * 3;
            if (i % 2 == 0)
                perhaps[i] = i;
            for (int k = 0; k < text; k++)
                printf("%d.%d ", i, k);
        }
        ppar_put(&ppar, 0, low, length);
        ppar_put_maybe(&ppar, 1, low, length);
        ppar_commit(&ppar);
    }
    printf("\n");
}

static void show(void)
{
    for (int i = 0; i < N; i++)
        printf("%d %d\n", results[i], perhaps[i]);
}

static void loops(void)
{
    loop(PPAR_DYNAMIC, 1);
    loop(PPAR_STATIC, 3);
    show();
}

/* ---- descriptors -------------------------------------------------------------------------- */

static rlim_t descriptors;

/* Only meanwhile: a sanitizer wants descriptors of its own at the end. */
static void few_descriptors(void)
{
    limit(RLIMIT_NOFILE, descriptors);
    loops();
    limit(RLIMIT_NOFILE, 1024);
}

/* ---- processes and memory ----------------------------------------------------------------- */

static rlim_t processes;

/* The limit does not hold for root. */
static void few_processes(void)
{
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
        exit(UNTESTED);
    limit(RLIMIT_NPROC, processes);
    loops();
}

static unsigned long long address_space(void)
{
    unsigned long long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    if (file == NULL || fscanf(file, "%llu", &pages) != 1)
        exit(UNTESTED);
    fclose(file);
    return pages * (unsigned long long)sysconf(_SC_PAGESIZE);
}

static unsigned long long room;

/* A sanitizer takes terabytes, and wants more whenever it likes. */

static void little_memory(void)
{
    unsigned long long taken = address_space();
    if (taken >> 40 != 0)
        exit(UNTESTED);
    limit(RLIMIT_AS, taken + room);
    loops();
}

/* ---- files and pipes ---------------------------------------------------------------------- */

static void small_pipes(void)
{
    pipe_size = 4096;
    loop(PPAR_DYNAMIC, 5000);
    show();
}

/* What workers keep for the parent is no file of the program's. The limit is good for a chunk. */
static void small_files(void)
{
    int ends[2];
    char bytes[4096];
    ssize_t got;
    if (pipe(ends) != 0)
        exit(UNTESTED);
    pid_t reader = fork();
    if (reader == 0) {
        close(ends[1]);
        while ((got = read(ends[0], bytes, sizeof bytes)) > 0)
            (void)!write(STDOUT_FILENO, bytes, (size_t)got);
        _exit(0);
    }
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    limit(RLIMIT_FSIZE, 200000);
    for (int k = 0; k < 5; k++)
        loop(PPAR_DYNAMIC, 1000);
    show();
    fflush(stdout);
    close(STDOUT_FILENO);
    waitpid(reader, NULL, 0);
}

static void no_scratch(void)
{
    no_memfd = 1;
    setenv("TMPDIR", "/nowhere", 1);
    loops();
}

static void no_disk(void)
{
    setenv("TMPDIR", "/nowhere", 1);
    loops();
}

/* ---- a disk that is full ------------------------------------------------------------------ */

static void write_file(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0 || write(fd, text, strlen(text)) < 0)
        exit(UNTESTED);
    close(fd);
}

/* Where scenarios mount; what is mounted there ends with them. */
static char folder[] = "/tmp/ppar-limits-XXXXXX";

/* A name space of our own, with a file system of so many bytes. */
static void mount_small(const char *size)
{
    char map[64], options[64];
    int uid = (int)getuid(), gid = (int)getgid();
    if (unshare(uid == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
        exit(UNTESTED);
    if (uid != 0) {
        write_file("/proc/self/setgroups", "deny");
        snprintf(map, sizeof map, "0 %d 1", uid);
        write_file("/proc/self/uid_map", map);
        snprintf(map, sizeof map, "0 %d 1", gid);
        write_file("/proc/self/gid_map", map);
    }
    snprintf(options, sizeof options, "size=%s", size);
    if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("ppar", folder, "tmpfs", 0, options) != 0)
        exit(UNTESTED);
}

static void little_disk(void)
{
    mount_small("64k");
    setenv("TMPDIR", folder, 1);
    loop(PPAR_DYNAMIC, 5000);
    show();
}

static void fill(int fd)
{
    static char block[4096];
    while (write(fd, block, sizeof block) > 0)
        continue;
}

/* Somebody fills it while we are at work: nothing may be lost without a word. */
static void disk_fills(void)
{
    char path[64];
    mount_small("100m");
    setenv("TMPDIR", folder, 1);
    snprintf(path, sizeof path, "%s/file", folder);
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    struct ppar_loop ppar = LOOP(4, .schedule = PPAR_DYNAMIC);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            if (i == 1)
                fill(fd);
            if (i == 0)
                usleep(300000);
            (void)!write(STDOUT_FILENO, "line\n", 5);
        }
        ppar_commit(&ppar);
    }
}

/* stdout itself is on a full disk, or is /dev/full: as serially. */
static void full_stdout(void)
{
    mount_small("64k");
    char path[64];
    snprintf(path, sizeof path, "%s/out", folder);
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    int saved = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10L);
    dup2(fd, STDOUT_FILENO);
    loop(PPAR_DYNAMIC, 5000);
    int flushed = fflush(stdout) != 0 ? errno : 0;
    int failed = ferror(stdout);
    struct stat info;
    fstat(fd, &info);
    dup2(saved, STDOUT_FILENO);
    clearerr(stdout);
    printf("%d %d %lld\n", flushed, failed, (long long)info.st_size);
    show();
}

static void device_full(void)
{
    int saved = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10L);
    int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
    dup2(fd, STDOUT_FILENO);
    loop(PPAR_DYNAMIC, 1000);
    int flushed = fflush(stdout) != 0 ? errno : 0, failed = ferror(stdout);
    dup2(saved, STDOUT_FILENO);
    clearerr(stdout);
    __fpurge(stdout);
    printf("%d %d\n", flushed, failed);
    show();
}

/* ---- a container's first process ---------------------------------------------------------- */

static void first_process(void)
{
    int status, uid = (int)getuid();
    if (unshare(uid == 0 ? CLONE_NEWPID : CLONE_NEWPID | CLONE_NEWUSER) != 0)
        exit(UNTESTED);
    pid_t pid = fork();
    if (pid < 0)
        exit(UNTESTED);
    if (pid != 0) {
        waitpid(pid, &status, 0);
        _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 99);
    }
    if (getpid() != 1)
        exit(98);
    if (fork() == 0 && fork() == 0) /* somebody else's child, which becomes ours */
        usleep(1000);
    if (getpid() != 1)
        _exit(0);
    loops();
    while (wait(NULL) > 0)
        continue;
}

/* ---- many --------------------------------------------------------------------------------- */

/* A machine that takes a millisecond for a fork may take longer than the usual time. */
static void allow_for_forks(void)
{
    enum { TRIED = 32, SECONDS = 20, MOST = 4096, SLOWER = 4 };
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (int k = 0; k < TRIED; k++) {
        pid_t child = fork();
        if (child == 0)
            _exit(0);
        waitpid(child, NULL, 0);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    double taken =
        (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    alarm(SECONDS + (unsigned)(SLOWER * MOST * taken / TRIED));
}

static void many_workers(void)
{
    static int many[5000];
    allow_for_forks();
    struct ppar_loop ppar = LOOP(5000, .schedule = PPAR_DYNAMIC);
    ppar_output(&ppar, many, 0, sizeof many);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            many[i] = i;
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < 5000; i++)
        printf("%d\n", many[i]);
}

/* ---- the test ----------------------------------------------------------------------------- */

static int count_lines(const char *text)
{
    int lines = 0;
    for (; *text != '\0'; text++)
        lines += *text == '\n';
    return lines;
}

/* WORD: what has to be said, once; NULL: it may be said or not; "": nothing. */
static void check_limit(const char *name, void (*scenario)(void), const char *settings,
                        const char *word)
{
    char serial_settings[256];
    snprintf(serial_settings, sizeof serial_settings, "PPAR_SERIAL=1 %s", settings);
    struct outcome *serial = run(scenario, serial_settings);
    struct outcome *parallel = run(scenario, settings);
    if (serial->status == UNTESTED << 8) {
        printf("%s: cannot be tested here\n", name);
        return;
    }
    check(serial->status == 0 && parallel->status == 0, "%s: status %#x, serially %#x", name,
          (unsigned)parallel->status, (unsigned)serial->status);
    check_text(name, parallel->out, serial->out);
    int lines = count_lines(parallel->err);
    if (word == NULL)
        check(lines <= 2, "%s: said \"%s\"", name, parallel->err);
    else
        check(lines == (word[0] != '\0') && strstr(parallel->err, word) != NULL, "%s: said \"%s\"",
              name, parallel->err);
}

static void check_disk_fills(void)
{
    struct outcome *outcome = run(disk_fills, "PPAR_WORKERS=2");
    if (outcome->status == UNTESTED << 8) {
        printf("a disk that fills: cannot be tested here\n");
        return;
    }
    int is_whole = strcmp(outcome->out, "line\nline\nline\nline\n") == 0;
    check((outcome->status == 1 << 8 || (outcome->status == 0 && is_whole)) &&
              strstr(outcome->err, "its output could not be kept") != NULL,
          "a disk that fills: status %#x, said \"%s\", printed \"%s\"", (unsigned)outcome->status,
          outcome->err, outcome->out);
}

int main(void)
{
    const char *seven = "PPAR_WORKERS=7";
    if (mkdtemp(folder) == NULL)
        return 1;
    for (descriptors = 3; descriptors < 30; descriptors++)
        check_limit("descriptors", few_descriptors, seven, NULL);
    processes = 0;
    check_limit("no process", few_processes, seven, "no worker could be started");
    for (room = 0; room < 4 << 20; room += 100000)
        check_limit("little memory", little_memory, seven, NULL);
    check_limit("small pipes", small_pipes, seven, "");
    check_limit("small files", small_files, seven, "");
    check_limit("no scratch", no_scratch, seven, "no worker could be started");
    check_limit("no disk", no_disk, seven, "");
    check_limit("little disk", little_disk, seven, "");
    check_limit("full stdout", full_stdout, seven, "");
    check_limit("/dev/full", device_full, seven, "");
    check_disk_fills();
    check_limit("first process", first_process, seven, "");
#ifdef __SANITIZE_ADDRESS__ /* each fork takes some ten times as long */
    check_limit("many workers", many_workers, "PPAR_WORKERS=1024", NULL);
#else
    check_limit("many workers", many_workers, "PPAR_WORKERS=4096", NULL);
#endif
    check_limit("memory is wanted free", loops, "PPAR_WORKERS=7 PPAR_MEMFREE=1000000G",
                "no worker could be started, the loop runs serially: less memory is free");
    check_limit("memory is free", loops, "PPAR_WORKERS=7 PPAR_MEMFREE=1M", "");
    rmdir(folder);
    return check_status();
}
