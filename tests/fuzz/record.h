/*
 * The recorder: what the instrumented version of a generated program runs on. It follows each byte
 * of the registered objects through the iterations of the annotated loop and tells which
 * dependences there are:
 *
 *   flow      a byte is read whose last writer is an earlier iteration
 *   anti      a byte is written that an earlier iteration read before writing it itself
 *   output    a byte is written that an earlier iteration wrote
 *   reduction a flow through bytes that one operator alone updates, in all of the loop
 *
 * A loop is run with many parameters. Those for which the program has no meaning (a subscript out
 * of range, an overflow, no end) are dropped. Whether a loop is independent shows only if each of
 * its statements has run in some iteration; where arrays are too small for one of them, its class
 * is partial.
 *
 * Output, for each loop:   loop NAME KIND CLASS CARRIERS N M K S D E
 * with the class over all parameters (sometimes: a flow dependence for some of them only) and the
 * first parameters that show it; then lines   args NAME N M K S D E   for runs to compare.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NO_ITERATION = -1, MAX_OBJECTS = 64, MAX_EVENTS = 400000, PARAMETERS = 6 };

enum { OP_NONE, OP_MIXED = 1000 };

struct byte {
    int writer, reader; /* last iteration that wrote; first that read what it had not written */
    int op;             /* the only operator that ever touched the byte, or OP_MIXED */
    char flow;
};

struct recorded {
    const char *name;
    char *start;
    size_t size;
    struct byte *bytes;
};

/* A place in the program's text where memory is touched. They lie in a section of their own, one
 * behind the other: aligned as compilers may wish. */
struct __attribute__((aligned(32))) site {
    const char *function;
    int line;
    int run;     /* the last one that got here, in the loop */
    int covered; /* by a run that had a meaning */
};

extern struct site __start_rec_sites[], __stop_rec_sites[];

static struct recorded rec_objects[MAX_OBJECTS];
static int rec_count;
static int rec_iteration = NO_ITERATION, rec_most;
static long rec_events;
static int rec_flow, rec_anti, rec_output, rec_reduction;
static int rec_depth; /* not in the loop: 0 */
static int rec_run;   /* number of the run */
static sigjmp_buf rec_stop;

static void rec_fail(void)
{
    siglongjmp(rec_stop, 1);
}

static void rec_signal(int signal_number)
{
    (void)signal_number;
    siglongjmp(rec_stop, 2);
}

static void rec_tick(void)
{
    if (++rec_events > MAX_EVENTS)
        rec_fail();
}

static void rec_object_named(const char *name, void *start, size_t size)
{
    if (rec_count == MAX_OBJECTS)
        abort();
    struct recorded *object = &rec_objects[rec_count++];
    object->name = name;
    object->start = start;
    object->size = size;
    object->bytes = malloc((size + 1) * sizeof *object->bytes);
    if (!object->bytes)
        abort();
}

#define rec_object(start, size) rec_object_named(#start, (start), (size))

static struct byte *rec_bytes(void *place);

/* An object that is met when the loop runs already, perhaps again. */
static __attribute__((unused)) void rec_late(void *start, size_t size)
{
    if (rec_bytes(start))
        return;
    rec_object(start, size);
    struct recorded *object = &rec_objects[rec_count - 1];
    for (size_t b = 0; b < size; b++)
        object->bytes[b] = (struct byte){NO_ITERATION, NO_ITERATION, OP_NONE, 0};
}

/* The objects that carry a flow dependence, for all parameters, each name with a comma. */
static char rec_carriers[1000];

static void rec_carrier(const char *name)
{
    char word[100];
    size_t length;
    if (strrchr(name, '&'))
        name = strrchr(name, '&') + 1;
    length = strcspn(name, "[.)");
    snprintf(word, sizeof word, ",%.*s,", (int)length, name);
    if (!strstr(rec_carriers, word) && strlen(rec_carriers) + strlen(word) < sizeof rec_carriers)
        strcat(rec_carriers, word);
}

/* The loop begins. */
static void rec_loop(void)
{
    for (int k = 0; k < rec_count; k++)
        for (size_t b = 0; b < rec_objects[k].size; b++)
            rec_objects[k].bytes[b] = (struct byte){NO_ITERATION, NO_ITERATION, OP_NONE, 0};
    rec_iteration = NO_ITERATION;
    rec_depth = 1;
}

static void rec_next(void)
{
    rec_tick();
    rec_iteration++;
    if (rec_iteration > rec_most)
        rec_most = rec_iteration;
}

/* The loop has ended: which flows were those of reductions? */
static void rec_end(void)
{
    for (int k = 0; k < rec_count; k++)
        for (size_t b = 0; b < rec_objects[k].size; b++)
            if (rec_objects[k].bytes[b].flow) {
                if (rec_objects[k].bytes[b].op == OP_MIXED) {
                    rec_flow = 1;
                    rec_carrier(rec_objects[k].name);
                } else {
                    rec_reduction = 1;
                }
            }
    rec_depth = 0;
}

static struct byte *rec_bytes(void *place)
{
    for (int k = 0; k < rec_count; k++)
        if ((char *)place >= rec_objects[k].start &&
            (char *)place < rec_objects[k].start + rec_objects[k].size)
            return rec_objects[k].bytes + ((char *)place - rec_objects[k].start);
    return NULL;
}

static void rec_touch(void *place, size_t size, int op, int reads, int writes, struct site *site)
{
    rec_tick();
    site->run = rec_run;
    struct byte *bytes = rec_depth ? rec_bytes(place) : NULL;
    for (size_t b = 0; bytes && b < size; b++) {
        struct byte *byte = &bytes[b];
        if (byte->op == OP_NONE || byte->op == op)
            byte->op = op;
        else
            byte->op = OP_MIXED;
        if (reads && byte->writer != rec_iteration) {
            if (byte->writer != NO_ITERATION)
                byte->flow = 1;
            else if (byte->reader == NO_ITERATION)
                byte->reader = rec_iteration;
        }
        if (writes) {
            if (byte->reader != NO_ITERATION && byte->reader != rec_iteration)
                rec_anti = 1;
            if (byte->writer != NO_ITERATION && byte->writer != rec_iteration)
                rec_output = 1;
            byte->writer = rec_iteration;
        }
    }
}

static void *rec_read_at(const void *place, size_t size, struct site *site)
{
    rec_touch((void *)place, size, OP_MIXED, 1, 0, site);
    return (void *)place;
}

static void rec_write_at(void *place, size_t size, struct site *site)
{
    rec_touch(place, size, OP_MIXED, 0, 1, site);
}

/* A reduction's operator: its first character; + and - are one. */
static void rec_update_at(void *place, size_t size, const char *op, struct site *site)
{
    rec_touch(place, size, op[0] == '-' ? '+' : op[0], 1, 1, site);
}

static __int128 rec_index(__int128 index, __int128 extent)
{
    rec_tick();
    if (index < 0 || index >= extent)
        rec_fail();
    return index;
}

#define REC_JOIN2(a, b) a##b
#define REC_JOIN(a, b)  REC_JOIN2(a, b)
#define REC_SITE                                                                                   \
    ({                                                                                             \
        static struct site site                                                                    \
            __attribute__((section("rec_sites"), used)) = {__func__, __LINE__, 0, 0};              \
        &site;                                                                                     \
    })
#define rec_read(place, size)       rec_read_at((place), (size), REC_SITE)
#define rec_write(place, size)      rec_write_at((place), (size), REC_SITE)
#define rec_update(place, size, op) rec_update_at((place), (size), (op), REC_SITE)
#define READ(place)                 (*(__typeof__(&(place)))rec_read(&(place), sizeof(place)))
#define INDEX(index, extent)        ((__typeof__(+(index)))rec_index((index), (extent)))
#define ASSIGN(place, value)                                                                       \
    ASSIGN_AS(place, value, REC_JOIN(v, __COUNTER__), REC_JOIN(p, __COUNTER__))
#define ASSIGN_AS(place, value, v, p)                                                              \
    ({                                                                                             \
        __auto_type v = (value);                                                                   \
        __auto_type p = &(place);                                                                  \
        rec_write(p, sizeof *p);                                                                   \
        *p = v;                                                                                    \
    })
#define UPDATE(op, place, value)                                                                   \
    UPDATE_AS(op, place, value, REC_JOIN(v, __COUNTER__), REC_JOIN(p, __COUNTER__))
#define UPDATE_AS(op, place, value, v, p)                                                          \
    ({                                                                                             \
        __auto_type v = (value);                                                                   \
        __auto_type p = &(place);                                                                  \
        rec_update(p, sizeof *p, #op);                                                             \
        *p op v;                                                                                   \
    })
#define STEP(op, place) STEP_AS(op, place, REC_JOIN(p, __COUNTER__))
#define STEP_AS(op, place, p)                                                                      \
    ({                                                                                             \
        __auto_type p = &(place);                                                                  \
        rec_update(p, sizeof *p, #op);                                                             \
        (*p) op;                                                                                   \
    })

/* A loop, and how to run it once. */
struct kernel {
    const char *name, *kind;
    void (*run)(long long n, long long m, long long k, long long s, long long d, long long e);
};

static uint64_t rec_state;

static long long rec_draw(const long long *values, int count)
{
    rec_state = rec_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return values[(rec_state >> 33) % (unsigned)count];
}

#define REC_DRAW(...)                                                                              \
    rec_draw((const long long[]){__VA_ARGS__},                                                     \
             (int)(sizeof((const long long[]){__VA_ARGS__}) / sizeof(long long)))

static void rec_parameters(long long p[PARAMETERS])
{
    p[0] = REC_DRAW(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
                    16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 36, 40, 60,
                    260);
    p[1] = REC_DRAW(0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, -1, -2, -3, 1, 2, 3, 5, 16, 20, 100, 254,
                    255, 256, 65535, 65536, 2147483647, -2147483647 - 1);
    p[2] = REC_DRAW(0, 1, 2, 3, 4, 5, 6, 7, 8, -1, -2, 0, 1, 2, 3, 10, 12, 255, 250, 256, 65530);
    p[3] = REC_DRAW(1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 10, 0, -1, -2);
    p[4] = REC_DRAW(0, 1, 2, 3, 4, 8, 20, 100, 100, 100, 100);
    p[5] = (long long)((rec_state >> 20) % 100000);
}

/* Runs with one set of parameters. Returns whether it had a meaning. */
static int rec_try(const struct kernel *kernel, const long long p[PARAMETERS])
{
    for (int k = 0; k < rec_count; k++)
        free(rec_objects[k].bytes);
    rec_count = 0;
    rec_events = 0;
    rec_most = 0;
    rec_depth = 0;
    rec_flow = rec_anti = rec_output = rec_reduction = 0;
    rec_run++;
    if (sigsetjmp(rec_stop, 1))
        return 0;
    kernel->run(p[0], p[1], p[2], p[3], p[4], p[5]);
    return 1;
}

static void rec_cover(void)
{
    for (struct site *site = __start_rec_sites; site < __stop_rec_sites; site++)
        site->covered |= site->run == rec_run;
}

static int rec_is_covered(const char *function, int line)
{
    for (const struct site *site = __start_rec_sites; site < __stop_rec_sites; site++)
        if (site->covered && site->line == line && !strcmp(site->function, function))
            return 1;
    return 0;
}

/* Whether each line of FUNCTION that touches memory has run. */
static int rec_all_covered(const char *function)
{
    for (const struct site *site = __start_rec_sites; site < __stop_rec_sites; site++)
        if (!strcmp(site->function, function) && !rec_is_covered(function, site->line))
            return 0;
    return 1;
}

static void rec_print(const char *word, const long long p[PARAMETERS])
{
    printf("%s", word);
    for (int k = 0; k < PARAMETERS; k++)
        printf(" %lld", p[k]);
    printf("\n");
}

enum { REC_COMPARED = 4 };

static void rec_kernel(const struct kernel *kernel, int tries)
{
    long long compared[REC_COMPARED][PARAMETERS] = {{0}}, shown[PARAMETERS] = {0};
    rec_carriers[0] = '\0';
    int used = 0, flow = 0, anti = 0, output = 0, reduction = 0, rank = 0;

    for (int t = 0; t < tries; t++) {
        long long p[PARAMETERS];
        rec_parameters(p);
        if (!rec_try(kernel, p) || rec_most < 1)
            continue;
        rec_cover();
        int now = rec_flow ? 4 : rec_reduction ? 3 : rec_anti || rec_output ? 2 : 1;
        if (now > rank)
            memcpy(shown, p, sizeof shown);
        if (now > rank || used < REC_COMPARED)
            memcpy(compared[used < REC_COMPARED ? used : now - 1], p, sizeof p);
        rank = now > rank ? now : rank;
        used++;
        flow += rec_flow;
        anti += rec_anti;
        output += rec_output;
        reduction += rec_reduction;
    }
    const char *class = !used                            ? "void"
                        : flow == used                   ? "flow"
                        : flow                           ? "sometimes"
                        : !rec_all_covered(kernel->name) ? "partial"
                        : reduction                      ? "reduction"
                        : anti || output                 ? "anti-output"
                                                         : "none";
    char word[1200];
    snprintf(word, sizeof word, "loop %s %s %s %s", kernel->name, kernel->kind, class,
             rec_carriers[0] ? rec_carriers : "-");
    rec_print(word, shown);
    for (int k = 0; k < used && k < REC_COMPARED; k++) {
        snprintf(word, sizeof word, "args %s", kernel->name + 1);
        rec_print(word, compared[k]);
    }
}

static int rec_main(const struct kernel *kernels, int count, int tries)
{
    struct sigaction action = {.sa_handler = rec_signal};
    static char stack[1 << 16];
    stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};

    sigaltstack(&other, NULL);
    action.sa_flags = SA_ONSTACK;
    sigaction(SIGILL, &action, NULL);
    sigaction(SIGTRAP, &action, NULL);
    sigaction(SIGFPE, &action, NULL);
    sigaction(SIGSEGV, &action, NULL);
    for (int k = 0; k < count; k++) {
        rec_state = 12345;
        rec_kernel(&kernels[k], tries);
    }
    return 0;
}
