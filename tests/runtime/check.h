/*
 * What the runtime's tests share. A test is a program with loops as the compiler would write them;
 * its scenarios are functions. `run` runs one in a process of its own, with the environment that is
 * asked for, and hands back what it printed and how it ended; the same scenario with PPAR_SERIAL=1
 * is what it is compared with.
 */
#ifndef CHECK_H
#define CHECK_H

#define _PPAR
#include <ppar.h>

#include <stddef.h>
#include <sys/types.h>

/* A loop at this place, with the counter i from 0. */
#define LOOP(n, ...)                                                                               \
    {                                                                                              \
        .abi = PPAR_ABI, .file = __FILE__, .line = __LINE__, .counter = "i", .step = 1,            \
        .trips = (n), __VA_ARGS__                                                                  \
    }

struct outcome {
    char *out, *err; /* what it wrote to stdout and stderr, with a 0 behind */
    size_t out_length, err_length;
    int status; /* as waitpid gives it */
};

/* SETTINGS: "NAME=value NAME=value ...". A scenario that does not end within 20 seconds is killed.
 * The outcome is good until the next call but one. */
struct outcome *run(void (*scenario)(void), const char *settings);

/* The same outcome at 1, 2, 3, 7 and 64 workers as serially, with nothing on stderr. */
void check_equivalent(const char *name, void (*scenario)(void), const char *settings);

struct scenario {
    const char *name;
    void (*function)(void);
    const char *settings;
};

/* Each with its settings prints what it prints serially, and ends with 0. */
void check_scenarios(const struct scenario *scenarios, size_t count);

/* Counts a failure, and prints FORMAT when CONDITION is 0. Returns CONDITION. */
int check(int condition, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Both texts, printed when they differ. */
int check_text(const char *what, const char *got, const char *wanted);

/* How many descriptors are open, and as many as looking needs. */
int count_descriptors(void);

/* In a fresh process: no failure is counted yet. */
void check_start(void);

/* For the end of main: 0 when nothing has failed. */
int check_status(void);

#endif
