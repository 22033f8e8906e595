/*
 * What the programs of the suite share. Each is one text for four ways of running it:
 *
 *     cc -O2               the plain loop
 *     cc -O2 -fopenmp      threads
 *     cc -O2 -DBY_HAND     fork, pipe and waitpid, as one writes it by hand
 *     ppcc -O2             ppar
 *
 * Results go to stdout, the seconds that the loop took to stderr.
 */
#ifndef BENCH_H
#define BENCH_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void report(double seconds)
{
    fprintf(stderr, "seconds %.9f\n", seconds);
}

/* What a computation leaves in memory. */
static void print_checksum(const void *memory, size_t size)
{
    const unsigned char *bytes = memory;
    unsigned long long sum = 0;
    for (size_t k = 0; k < size; k++)
        sum = sum * 31 + bytes[k];
    printf("%016llx\n", sum);
}

#ifdef BY_HAND

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static long by_hand_workers(void)
{
    const char *text = getenv("PPAR_WORKERS");
    return text ? atol(text) : 2;
}

static void write_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(fd, bytes, length);
        if (written <= 0)
            _exit(1);
        bytes += written;
        length -= (size_t)written;
    }
}

static void read_all(int fd, char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t got = read(fd, bytes, length);
        if (got <= 0)
            exit(1);
        bytes += got;
        length -= (size_t)got;
    }
}

/* N iterations in one block for each worker, each of which leaves EACH bytes in RESULTS. */
__attribute__((unused)) static void by_hand(long n, void *results, size_t each,
                                            void (*block)(long first, long last))
{
    enum { MOST = 1024 };
    static int fds[MOST];
    static pid_t pids[MOST];
    long workers = by_hand_workers();
    char *memory = results;
    fflush(NULL);
    for (long w = 0; w < workers; w++) {
        long first = n * w / workers, last = n * (w + 1) / workers;
        int ends[2];
        if (pipe(ends) != 0 || (pids[w] = fork()) < 0)
            exit(1);
        if (pids[w] == 0) {
            block(first, last);
            write_all(ends[1], memory + each * (size_t)first, each * (size_t)(last - first));
            _exit(0);
        }
        close(ends[1]);
        fds[w] = ends[0];
    }
    for (long w = 0; w < workers; w++) {
        long first = n * w / workers, last = n * (w + 1) / workers;
        read_all(fds[w], memory + each * (size_t)first, each * (size_t)(last - first));
        close(fds[w]);
        waitpid(pids[w], NULL, 0);
    }
}

#endif

#endif
