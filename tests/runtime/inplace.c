/*
 * Results that are written in place: they are those of the serial loop wherever the memory is, and
 * the memory is afterwards what it was: private to processes that are forked later, and free,
 * realloc, munmap, mprotect and madvise do with it what they always do.
 */
#include "check.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N = 1 << 20, BYTES = N * (int)sizeof(unsigned) };

static unsigned in_bss[N + 1000];
static unsigned in_data[N] = {1};

static unsigned value_of(unsigned long long i, unsigned salt)
{
    return (unsigned)(i * 2654435761u >> 3) + salt;
}

static unsigned long checksum(const unsigned *a, size_t count)
{
    unsigned long sum = 0;
    for (size_t k = 0; k < count; k++)
        sum = (sum * 31 + a[k]) % 1000000007;
    return sum;
}

/* How many mappings are those of results in place. */
static int count_mappings(const char *access)
{
    char line[512];
    int count = 0;
    FILE *maps = fopen("/proc/self/maps", "re");
    while (fgets(line, sizeof line, maps) != NULL)
        count += strstr(line, "ppar-results") != NULL && strstr(line, access) != NULL;
    fclose(maps);
    return count;
}

/* The elements of A from FIRST on, TRIPS of them. Returns whether they were written in place. */
static int fill(unsigned *a, long long first, unsigned long long trips, unsigned salt,
                unsigned long long fatal)
{
    static _Atomic int *shared;
    shared =
        mmap(NULL, 2 * sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    struct ppar_loop ppar = LOOP(trips);
    ppar_output(&ppar, a, 4 * first, 4 * (first + (long long)trips));
    ppar_in_place(&ppar, 0, 4 * first, 4 * (first + (long long)trips), 0);
    while (ppar_chunk(&ppar)) {
        if (ppar.first == 0 || shared[0] == 0)
            shared[0] = 1 + (count_mappings("rw-s") > 0);
        for (unsigned long long i = ppar.first; i < ppar.last; i++) {
            a[first + (long long)i] = value_of(i, salt);
            if (i == fatal && ++shared[1] == 1 && getenv("PPAR_WORKERS") != NULL)
                kill(getpid(), SIGKILL);
        }
        ppar_put(&ppar, 0, 4 * (first + (long long)ppar.first),
                 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    int in_place = shared[0] == 2;
    munmap((void *)shared, 2 * sizeof *shared);
    check(count_mappings("rw-s") == 0, "some memory is still shared");
    return in_place;
}

#define NEVER (~0ull)

/* The address sanitizer handles SIGSEGV, so nothing is written in place. */
static void expect(int got, int wanted, const char *where)
{
#ifdef __SANITIZE_ADDRESS__
    wanted = 0;
#endif
    if (getenv("PPAR_SERIAL") == NULL)
        check(got == wanted, "%s: %s in place", where, got ? "written" : "not written");
}

/* Bytes around the section stay. */
static void in_heap(void)
{
    unsigned *a = malloc(BYTES + 8000);
    for (int k = 0; k < N + 2000; k++)
        a[k] = (unsigned)k;
    expect(fill(a, 777, N, 1, NEVER), 1, "heap");
    printf("%lu\n", checksum(a, N + 2000));
    expect(fill(a, 3, N - 5, 2, NEVER), 1, "heap again");
    a = realloc(a, 2 * BYTES);
    printf("%lu\n", checksum(a, N + 2000));
    memset(a + N, 5, BYTES);
    a = realloc(a, BYTES / 2);
    printf("%lu\n", checksum(a, N / 2));
    free(a);
    check(count_mappings("") == 0, "some memory of it is left");
}

static void in_bss_and_data(void)
{
    expect(fill(in_bss, 500, N, 3, NEVER), 1, "bss");
    expect(fill(in_data, 0, N, 4, NEVER), 0, "data");
    printf("%lu %lu\n", checksum(in_bss, N + 1000), checksum(in_data, N));
}

/* A process that is forked later has its own. */
static void is_private_again(void)
{
    unsigned *a = malloc(BYTES);
    expect(fill(a, 0, N, 5, NEVER), 1, "heap");
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        memset(a, 7, BYTES);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    printf("%lu\n", checksum(a, N));
    a[N / 2] = 9;
    expect(fill(in_bss, 0, N, 6, NEVER), 1, "bss");
    printf("%lu %lu\n", checksum(a, N), checksum(in_bss, N));
    free(a);
}

static void in_mappings(void)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    unsigned *a = mmap(NULL, BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    madvise(a, BYTES, MADV_HUGEPAGE);
    expect(fill(a, 0, N, 7, NEVER), 1, "mapping");
    printf("%lu\n", checksum(a, N));
    check(mprotect(a, BYTES / 2, PROT_READ) == 0, "no mprotect");
    expect(fill(a, N / 2, N / 2, 8, NEVER), 1, "its upper half");
    printf("%lu\n", checksum(a, N));
    check(munmap((char *)a + page, BYTES - 2 * page) == 0, "no munmap");
    printf("%u %u\n", a[0], a[N - 1]);
    munmap(a, page);
    munmap((char *)a + BYTES - page, page);
}

/* Shared memory, and files: the results go through pipes, and are seen by whoever shares them. */
static void in_others(void)
{
    unsigned *a = mmap(NULL, BYTES, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    expect(fill(a, 0, N, 9, NEVER), 0, "shared");
    printf("%lu\n", checksum(a, N));
    munmap(a, BYTES);
    int fd = memfd_create("file", MFD_CLOEXEC);
    if (ftruncate(fd, BYTES) != 0)
        abort();
    a = mmap(NULL, BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    expect(fill(a, 0, N, 10, NEVER), 0, "shared file");
    unsigned *b = mmap(NULL, BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    printf("%lu %lu\n", checksum(a, N), checksum(b, N));
    expect(fill(b, 0, N, 11, NEVER), 0, "private file");
    printf("%lu %lu\n", checksum(a, N), checksum(b, N));
    close(fd);
    munmap(a, BYTES);
    munmap(b, BYTES);
}

static void on_stack(void)
{
    unsigned a[N / 2];
    memset(a, 1, sizeof a);
    expect(fill(a, 0, N / 2, 12, NEVER), 0, "stack");
    printf("%lu\n", checksum(a, N / 2));
}

static void too_small(void)
{
    expect(fill(in_bss, 0, 1000, 13, NEVER), 0, "little");
    printf("%lu\n", checksum(in_bss, N));
}

/* What the parent has done before there were workers stays; iterations that go down in memory. */
static void begun_here(void)
{
    unsigned *a = malloc(BYTES);
    for (int down = 0; down < 2; down++) {
        memset(a, 1, BYTES);
        struct ppar_loop ppar = LOOP(N / 64, .flags = PPAR_LIGHT);
        ppar_output(&ppar, a, 0, BYTES);
        ppar_in_place(&ppar, 0, 0, BYTES, down);
        while (ppar_chunk(&ppar)) {
            for (unsigned long long i = ppar.first; i < ppar.last; i++)
                for (int k = 0; k < 64; k++) {
                    unsigned at = (unsigned)(down ? N / 64 - 1 - i : i) * 64 + (unsigned)k;
                    a[at] = value_of(at, (unsigned)down);
                    for (volatile int spin = 0; spin < 50; spin++)
                        ;
                }
            unsigned long long low = down ? N / 64 - ppar.last : ppar.first;
            ppar_put(&ppar, 0, 256 * (long long)low, 256 * (long long)(ppar.last - ppar.first));
            ppar_commit(&ppar);
        }
        printf("%lu\n", checksum(a, N));
    }
    free(a);
}

/* The worker of a chunk dies half way: it is run again. */
static void a_death(void)
{
    unsigned *a = malloc(BYTES);
    memset(a, 3, BYTES);
    expect(fill(a, 0, N, 14, N / 3), 1, "with a death");
    printf("%lu\n", checksum(a, N));
    free(a);
}

static void handle(int number)
{
    (void)number;
    _exit(3);
}

static void a_handler(void)
{
    signal(SIGSEGV, handle);
    expect(fill(in_bss, 0, N, 15, NEVER), 0, "with a handler");
    printf("%lu\n", checksum(in_bss, N));
}

/* One output lies in another. */
static void overlapping(void)
{
    static unsigned a[N];
    int looked = 0;
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, a, 0, BYTES);
    ppar_in_place(&ppar, 0, 0, BYTES, 0);
    ppar_output(&ppar, a, 4000, 4004);
    while (ppar_chunk(&ppar)) {
        for (unsigned long long i = ppar.first; i < ppar.last; i++)
            a[i] = value_of(i, 16);
        if (!looked++) /* in each worker; a look costs more than a piece of the loop */
            check(count_mappings("rw-s") == 0, "it is written in place");
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    printf("%lu\n", checksum(a, N));
}

int main(void)
{
    static const struct scenario scenarios[] = {
        {"heap", in_heap, "PPAR_WORKERS=3"},
        {"bss and data", in_bss_and_data, "PPAR_WORKERS=2"},
        {"private", is_private_again, "PPAR_WORKERS=3"},
        {"mappings", in_mappings, "PPAR_WORKERS=3"},
        {"others", in_others, "PPAR_WORKERS=3"},
        {"stack", on_stack, "PPAR_WORKERS=3"},
        {"small", too_small, "PPAR_WORKERS=3"},
        {"begun here", begun_here, "PPAR_WORKERS=3 PPAR_GATE=on"},
        {"begun here, not", begun_here, "PPAR_WORKERS=3"},
        {"death", a_death, "PPAR_WORKERS=3"},
        {"handler", a_handler, "PPAR_WORKERS=3"},
        {"overlapping", overlapping, "PPAR_WORKERS=3"},
    };
    check_scenarios(scenarios, sizeof scenarios / sizeof *scenarios);
    return check_status();
}
