/* See programs.h. Each prints all that its loop has left, and whether a descriptor is left. */
#include "programs.h"

#include "../runtime/check.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N = 12 };

static void show(const char *name, const int *values, int count)
{
    printf("%s:", name);
    for (int k = 0; k < count; k++)
        printf(" %d", values[k]);
    printf("\n");
}

static void print_both(int i)
{
    char line[32];
    printf("text %d\n", i);
    if (i % 4 == 1)
        fflush(stdout);
    sprintf(line, "raw %d\n", i);
    if (i % 3 == 0 && write(STDOUT_FILENO, line, strlen(line)) < 0)
        abort();
}

/* Results of each iteration's own, text, raw bytes and flushes. Text does not wait for long in the
 * buffer: it would come before raw bytes when the program ends between them. */
static void results_and_output(void)
{
    static int results[N];
    printf("before the loop\n");
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            results[i] = 3 * i + 1;
            print_both(i);
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    show("results", results, N);
}

static void add(void *acc, const void *part)
{
    *(double *)acc += *(const double *)part;
}

static void add_int(void *acc, const void *part)
{
    *(int *)acc += *(const int *)part;
}

static void add_one(void *acc, const void *part)
{
    *(int *)acc = *(int *)acc * 3 % 1009 + *(const int *)part;
}

/* All kinds of folds; blocks of a static schedule. */
static void folds(void)
{
    const double zero = -0.0;
    double exact = 0.5, loose = 0.5;
    static int acc[4];
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_STATIC);
    ppar_reduction(&ppar, &exact, sizeof exact, &zero, add, PPAR_PER_ITERATION);
    ppar_reduction(&ppar, &loose, sizeof loose, &zero, add, PPAR_PER_CHUNK);
    ppar_replay(&ppar, acc, sizeof acc, sizeof *acc, sizeof(int), add_one);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            exact += 1.0 / (i + 1);
            loose += i;
            if (ppar_notes(&ppar))
                ppar_note(&ppar, 0, &acc[i % 4], &i);
            else
                add_one(&acc[i % 4], &i);
            ppar_step(&ppar);
        }
        ppar_commit(&ppar);
    }
    printf("%.17g %.17g\n", exact, loose);
    show("folded", acc, 4);
}

/* Records that do not fit into a pipe, merged in iteration order; text likewise. Those of even rows
 * go through a file. */
static void large(void)
{
    enum { ROWS = 5, WIDTH = 270000 };
    static int rows[ROWS][WIDTH];
    struct ppar_loop ppar = LOOP(ROWS, .schedule = PPAR_DYNAMIC, .flags = PPAR_ORDERED);
    ppar_output(&ppar, rows, 0, sizeof rows);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            int width = i % 2 == 0 ? WIDTH : WIDTH / 2;
            for (int k = 0; k < width; k++)
                rows[i][k] = i * k;
            for (int k = 0; k < 4000; k++)
                printf("%d.%d ", i, k);
            ppar_put(&ppar, 0, (long long)sizeof rows[0] * i, width * (long long)sizeof(int));
        }
        ppar_commit(&ppar);
    }
    printf("\n");
    for (int i = 0; i < ROWS; i++)
        show("row", &rows[i][WIDTH / 2 - 3], 6);
}

/* Results that workers write to the parent's memory, but for its edges. */
static void in_place(void)
{
    enum { ROWS = 8, WIDTH = 100000 };
    char *rows = malloc(ROWS * WIDTH);
    memset(rows, '-', ROWS * WIDTH);
    struct ppar_loop ppar = LOOP(ROWS, .schedule = PPAR_DYNAMIC);
    ppar_output(&ppar, rows, 0, ROWS * WIDTH);
    ppar_in_place(&ppar, 0, 0, ROWS * WIDTH, 0);
    while (ppar_chunk(&ppar)) {
        for (long long i = (long long)ppar.first; i < (long long)ppar.last; i++) {
            memset(rows + i * WIDTH, 'a' + (int)i, WIDTH);
            ppar_put(&ppar, 0, i * WIDTH, WIDTH);
        }
        ppar_commit(&ppar);
    }
    for (int i = 0; i < ROWS; i++)
        printf("%.3s %.3s\n", rows + i * WIDTH, rows + (i + 1) * WIDTH - 3);
    free(rows);
}

static void be_slow(void)
{
    usleep(3000);
}

/* The fork of the first worker takes long, so the second one starts the third. */
static void spreads(void)
{
    pthread_atfork(be_slow, NULL, NULL);
    results_and_output();
}

static double from[4000], to[4000];
static int counted;

/* Workers that stay: TO is filled, part by part through an image and through shared pages; or it is
 * changed. */
static void turn(int changes, double by)
{
    enum { BYTES = sizeof to };
    int is_change = changes;
    double in_by = by;
    const int zero = 0;
    struct ppar_view views[] = {
        ppar_view(PPAR_FIXED, &is_change, 0, sizeof is_change, -1, 0),
        ppar_view(PPAR_VALUE, &in_by, 0, sizeof in_by, -1, 0),
        ppar_view(PPAR_READ, from, 0, BYTES, -1, 0),
        ppar_view(changes ? PPAR_UPDATE : PPAR_WRITE, to, 0, BYTES, 0, 0),
    };
    struct ppar_loop ppar = LOOP(BYTES / sizeof *to, .schedule = PPAR_STATIC, .chunk = 500);
    ppar_output(&ppar, to, 0, BYTES);
    ppar_reduction(&ppar, &counted, sizeof counted, &zero, add_int, PPAR_PER_CHUNK);
    ppar_stay(&ppar, views, 4);
    while (ppar_chunk(&ppar)) {
        if (ppar_takes(&ppar))
            by = in_by;
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            to[i] = (changes ? to[i] : 0) + from[i] * by;
            counted += i % 3;
        }
        if (ppar_sends(&ppar))
            ppar_put(&ppar, 0, 8 * (long long)ppar.first, 8 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
}

static void stays(void)
{
    double sum = 0;
    for (int i = 0; i < 4000; i++)
        from[i] = i;
    for (int round = 0; round < 3; round++) {
        from[round] = -round;
        turn(0, round);
        sum += to[3999] + to[round];
        turn(1, 0.5);
    }
    for (int i = 0; i < 4000; i++)
        sum = sum * 0.5 + to[i];
    printf("%.17g %d\n", sum, counted);
    fflush(stdout);
    pid_t child = fork(); /* ends them */
    if (child == 0)
        _exit(0);
    waitpid(child, NULL, 0);
}

/* More than the parent keeps in memory, while the first iteration takes long. */
static void spilled(void)
{
    enum { ROWS = 6, WIDTH = 14 << 20 };
    char *rows = mmap(NULL, (size_t)ROWS * WIDTH, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct ppar_loop ppar = LOOP(ROWS, .schedule = PPAR_DYNAMIC, .flags = PPAR_ORDERED);
    ppar_output(&ppar, rows, 0, (long long)ROWS * WIDTH);
    while (ppar_chunk(&ppar)) {
        for (long long i = (long long)ppar.first; i < (long long)ppar.last; i++) {
            memset(rows + i * WIDTH, 'a' + (int)i, WIDTH);
            if (i == 0)
                usleep(500000);
            ppar_put(&ppar, 0, i * WIDTH, WIDTH);
        }
        ppar_commit(&ppar);
    }
    for (int i = 0; i < ROWS; i++)
        printf("%.3s %.3s\n", rows + i * WIDTH, rows + (i + 1) * WIDTH - 3);
    munmap(rows, (size_t)ROWS * WIDTH);
}

/* What may not have been written, on pages that cannot be read; rows behind a table. */
static void perhaps(void)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *row[N];
    char *memory = mmap(NULL, N * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (int i = 0; i < N; i++) {
        row[i] = memory + (size_t)i * page;
        if (i % 3 == 0)
            mprotect(row[i], page, PROT_NONE);
    }
    struct ppar_loop ppar = LOOP(N);
    const long long pitch =
        ppar_output_rows(&ppar, ppar_rows(row, 0, sizeof *row, 0, N, 0, (long long)page));
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            if (i % 3 != 0)
                row[i][i] = (char)('a' + i);
            ppar_put_maybe(&ppar, 0, pitch * i, (long long)page);
        }
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++)
        printf("%c", i % 3 == 0 ? '-' : row[i][i]);
    printf("\n");
    munmap(memory, N * page);
}

static void appends(void)
{
    static int out[3 * N];
    int n = 1;
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, out, 0, sizeof out);
    ppar_counter(&ppar, &n, PPAR_INT32);
    ppar_append(&ppar, 0, 0, 4);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            for (int k = 0; k < i % 3; k++)
                out[n++] = 10 * i + k;
        }
        ppar_put_appended(&ppar, 0, 0, 4);
        ppar_commit(&ppar);
    }
    show("appended", out, n);
}

static void handler_of_host(int status, void *unused)
{
    (void)unused;
    if (status == 0)
        printf("[the host's handler]\n");
}

/* The body calls exit. */
static void exits(void)
{
    on_exit(handler_of_host, NULL);
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC, .chunk = 2);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            printf("%d\n", i);
            if (i == 7)
                exit(0);
        }
        ppar_commit(&ppar);
    }
    printf("never\n");
}

/* What stands behind iterations is evaluated for all, or for those before the end. */
static void behind(void)
{
    static int results[N];
    const int orders[] = {PPAR_IN_ORDER, PPAR_ONE_BY_ONE};
    for (int round = 0; round < 2; round++) {
        struct ppar_loop ppar = LOOP(N, .after = orders[round]);
        ppar_output(&ppar, results, 0, sizeof results);
        while (ppar_chunk(&ppar)) {
            const int first = (int)ppar_first(&ppar), last = (int)ppar_last(&ppar);
            if (ppar_is_after(&ppar)) {
                for (int i = first; i < last; i++)
                    printf("%d\n", results[i]);
                continue;
            }
            for (int i = first; i < last;
                 ppar_sends(&ppar) ? (void)0 : (void)printf("%d\n", results[i]), i++)
                results[i] += 3 * i;
            ppar_put(&ppar, 0, 4ll * first, 4ll * (last - first));
            ppar_commit(&ppar);
        }
    }
}

/* stdout is left alone; two loops. */
static void nothing_captured(void)
{
    static int results[N];
    for (int round = 0; round < 2; round++) {
        struct ppar_loop ppar = LOOP(N, .flags = PPAR_LIVE);
        ppar_output(&ppar, results, 0, sizeof results);
        while (ppar_chunk(&ppar)) {
            for (int i = (int)ppar.first; i < (int)ppar.last; i++)
                results[i] += i + round;
            ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
            ppar_commit(&ppar);
        }
    }
    show("results", results, N);
}

/* Iterations from the eighth on leave the loop. */
static void leaves(void)
{
    static int results[N];
    printf("before the loop\n");
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC, .flags = PPAR_LEAVES);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        unsigned long long k = ppar_first(&ppar);
        for (int i = (int)ppar.first; i < (int)ppar.last; i++, k++) {
            results[i] = 3 * i + 1;
            print_both(i);
            if (i > 7)
                break;
        }
        ppar_leave(&ppar, k, 0);
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)ppar_count(&ppar));
        ppar_commit(&ppar);
    }
    printf("left at %llu\n", ppar_left_at(&ppar));
    show("results", results, N);
}

/* What is done is logged: in LOG, or as PPAR_CHECKPOINT says. */
static void log_to(const char *log)
{
    static int inputs[N], results[N];
    static const struct ppar_piece piece = {0, 4, 0};
    static const struct ppar_element element = {4, 1, &piece};
    const double zero = -0.0;
    double sum = 0;
    for (int i = 0; i < N; i++)
        inputs[i] = 3 * i;
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC, .chunk = 2, .checkpoint = log);
    ppar.file = "logged";
    ppar.line = 1;
    ppar_output(&ppar, results, 0, sizeof results);
    ppar_reduction(&ppar, &sum, sizeof sum, &zero, add, PPAR_PER_ITERATION);
    if (ppar_logs(&ppar)) {
        ppar_input(&ppar, inputs, 0, sizeof inputs, 0);
        ppar_input(&ppar, inputs, 0, sizeof inputs, &element);
        ppar_input_pointer(&ppar, inputs);
    }
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            results[i] = inputs[i] + 1;
            sum += results[i];
            printf("%d\n", i);
            ppar_step(&ppar);
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    show("results", results, N);
    printf("%g\n", sum);
}

static void logged(void)
{
    unlink("fault-logged-1.log");
    log_to(NULL);
}

/* With what is in the first half of the file. */
static void goes_on(void)
{
    struct stat status;
    if (stat("gone.log", &status) == 0 && truncate("gone.log", status.st_size / 2) != 0)
        abort();
    log_to("gone.log");
}

#define PROGRAM(function, mode)                                                                    \
    static void run_##function(void)                                                               \
    {                                                                                              \
        int before = count_descriptors();                                                          \
        setvbuf(stdout, NULL, mode, 4096);                                                         \
        function();                                                                                \
        printf("%d descriptors are left\n", count_descriptors() - before);                         \
    }

PROGRAM(results_and_output, _IOLBF)
PROGRAM(folds, _IOFBF)
PROGRAM(large, _IOFBF)
PROGRAM(in_place, _IOFBF)
PROGRAM(spreads, _IOLBF)
PROGRAM(stays, _IOFBF)
PROGRAM(spilled, _IOFBF)
PROGRAM(perhaps, _IOFBF)
PROGRAM(appends, _IOFBF)
PROGRAM(behind, _IOFBF)
PROGRAM(nothing_captured, _IOFBF)
PROGRAM(leaves, _IOLBF)
PROGRAM(logged, _IOFBF)
PROGRAM(goes_on, _IOFBF)

/* The address sanitizer handles fatal signals, so workers do not stay, and are forked each time. */
#ifdef __SANITIZE_ADDRESS__
#define SLOW_WHEN_SANITIZED 1
#else
#define SLOW_WHEN_SANITIZED 0
#endif

const struct program programs[] = {
    {"results and output", run_results_and_output, "", 0, 0},
    {"in memory", run_results_and_output, "TMPDIR=/nowhere PPAR_BIND=spread", 0, 0},
    {"folds", run_folds, "", 0, 0},
    {"perhaps written", run_perhaps, "", 0, 0},
    {"appends", run_appends, "", 0, 0},
    {"exits", exits, "", 0, 0},
    {"leaves", run_leaves, "", 0, 0},
    {"behind", run_behind, "", 0, 0},
    {"nothing captured", run_nothing_captured, "", 0, 0},
    {"large", run_large, "", 0, 0},
    {"in place", run_in_place, "", 0, 0},
    {"spreads", run_spreads, "", 0, 0},
    {"watched", run_results_and_output,
     "PPAR_TRACE=t PPAR_JOBLOG=log PPAR_REPORT=page PPAR_PROGRESS=1", 0, 0},
    {"logged", run_logged, "PPAR_CHECKPOINT=.", 0, 0},
    {"goes on", run_goes_on, "", 0, 0},
    {"stays", run_stays, "PPAR_STAY=on", SLOW_WHEN_SANITIZED, 1},
    {"spilled", run_spilled, "", 1, 0},
};

const int program_count = sizeof programs / sizeof *programs;
