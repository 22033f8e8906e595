/*
 * Results larger than the parent may hold: 64 MB, or as many as the argument says. They arrive
 * right, and where they have to wait for a slow first iteration, the parent's memory stays bounded.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

static size_t megabytes = 64;

/* A sanitizer keeps freed memory for a while. */
#ifdef __SANITIZE_ADDRESS__
enum { MOST_GROWN = 1 << 20 };
#else
enum { MOST_GROWN = 90 * 1024 };
#endif

static unsigned pattern(size_t k)
{
    return (unsigned)(k * 2654435761u >> 7);
}

static void check_pattern(const unsigned *a, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (!check(a[k] == pattern(k), "element %zu is %#x", k, a[k]))
            return;
    }
}

/* Of this process, in kilobytes. FORMAT: the line in question. */
static long memory(const char *format)
{
    char line[128];
    long kilobytes = 0;
    FILE *status = fopen("/proc/self/status", "re");
    while (fgets(line, sizeof line, status) != NULL)
        sscanf(line, format, &kilobytes);
    fclose(status);
    return kilobytes;
}

static long peak_memory(void)
{
    return memory("VmHWM: %ld");
}

static void fill_with(int schedule, int flags, unsigned delay)
{
    size_t count = megabytes * 1024 * 1024 / sizeof(unsigned), row = 4096, rows = count / row;
    unsigned *a = malloc(count * sizeof *a);
    struct ppar_loop ppar = LOOP(rows, .schedule = schedule, .flags = flags);
    ppar_output(&ppar, a, 0, (long long)(count * sizeof *a));
    while (ppar_chunk(&ppar)) {
        if (ppar.first == 0)
            usleep(delay);
        for (size_t k = ppar.first * row; k < ppar.last * row; k++)
            a[k] = pattern(k);
        ppar_put(&ppar, 0, (long long)(ppar.first * row * 4),
                 (long long)((ppar.last - ppar.first) * row * 4));
        ppar_commit(&ppar);
    }
    check_pattern(a, count);
    free(a);
}

static void fill(void)
{
    fill_with(PPAR_STATIC, 0, 0);
    fill_with(PPAR_AUTO, 0, 0);
}

/* All other chunks wait for the first. */
static void fill_in_order(void)
{
    fill_with(PPAR_STATIC, PPAR_ORDERED, 300000);
    fill_with(PPAR_DYNAMIC, PPAR_ORDERED, 300000);
}

/* Every iteration writes the same 4 MB; there are 100 of them, and iteration 0 ends only when all
 * the others are done: neither does the parent's memory grow, nor does the wait stop them. */
static void memory_is_bounded(void)
{
    size_t size = 4 << 20;
    char *a = malloc(size);
    _Atomic int *done =
        mmap(NULL, sizeof *done, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    memset(a, 0, size);
    long before = peak_memory();
    struct ppar_loop ppar = LOOP(100, .schedule = PPAR_DYNAMIC, .flags = PPAR_ORDERED);
    ppar_output(&ppar, a, 0, (long long)size);
    while (ppar_chunk(&ppar)) {
        for (int k = 0; ppar.first == 0 && *done < 99 && k < 1500; k++)
            usleep(10000);
        check(ppar.first != 0 || *done == 99, "only %d others are done", *done);
        memset(a, (int)ppar.first, size);
        ppar_put(&ppar, 0, 0, (long long)size);
        ppar_commit(&ppar);
        ++*done;
    }
    long grown = peak_memory() - before;
    check(a[0] == 99 && a[size - 1] == 99, "the last iteration has not won");
    free(a);
    check(grown < MOST_GROWN, "the parent grew by %ld KB", grown);
}

/* The same with small records, which do not go to the file: 20000 of 6 KB. */
static void small_records(void)
{
    static char a[6000];
    long before = peak_memory();
    struct ppar_loop ppar = LOOP(20000, .schedule = PPAR_DYNAMIC, .flags = PPAR_ORDERED);
    ppar_output(&ppar, a, 0, sizeof a);
    while (ppar_chunk(&ppar)) {
        if (ppar.first == 0)
            usleep(700000);
        memset(a, (int)(ppar.first % 128), sizeof a);
        ppar_put(&ppar, 0, 0, sizeof a);
        ppar_commit(&ppar);
    }
    long grown = peak_memory() - before;
    check(a[0] == 19999 % 128, "the last iteration has not won");
    check(grown < MOST_GROWN, "the parent grew by %ld KB", grown);
}

/* TIMES times a megabyte of text and one of raw bytes from each iteration. */
static void print_megabytes(int times)
{
    static char raw[1 << 20];
    memset(raw, 'r', sizeof raw);
    struct ppar_loop ppar = LOOP(8, .schedule = PPAR_DYNAMIC);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            for (int k = 0; k < times * 100000; k++)
                printf("%d %d\n", i, k);
            fflush(stdout);
            for (int k = 0; k < times; k++) {
                if (write(STDOUT_FILENO, raw, sizeof raw) != sizeof raw)
                    abort();
            }
        }
        ppar_commit(&ppar);
    }
}

static void print_much(void)
{
    print_megabytes(3);
}

/* With less memory to be had than an iteration prints, for the workers and for the parent. */
static void print_in_little_memory(void)
{
#ifndef __SANITIZE_ADDRESS__
    rlim_t most = ((rlim_t)memory("VmData: %ld") + 2048) * 1024;
    if (setrlimit(RLIMIT_DATA, &(struct rlimit){most, most}) != 0)
        abort();
#endif
    print_megabytes(3);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*scenario)(void);
    } scenarios[] = {
        {"fill", fill},
        {"fill in order", fill_in_order},
        {"memory is bounded", memory_is_bounded},
        {"small records", small_records},
    };
    if (argc > 1)
        megabytes = strtoul(argv[1], NULL, 10);
    for (size_t k = 0; k < sizeof scenarios / sizeof *scenarios; k++) {
        struct outcome *outcome = run(scenarios[k].scenario, "PPAR_WORKERS=3");
        check(outcome->status == 0, "%s: status %#x", scenarios[k].name, (unsigned)outcome->status);
        check_text(scenarios[k].name, outcome->err, "");
    }
    struct outcome *serial = run(print_much, "PPAR_SERIAL=1");
    struct outcome *parallel = run(print_in_little_memory, "PPAR_WORKERS=3");
    check(parallel->status == 0 && parallel->out_length == serial->out_length &&
              memcmp(parallel->out, serial->out, serial->out_length) == 0,
          "much text: status %#x, %zu bytes, serially %zu", (unsigned)parallel->status,
          parallel->out_length, serial->out_length);
    check_text("much text", parallel->err, "");
    return check_status();
}
