/* Arrays that chunks append to: counters of all types, parts of elements, elements that would go
 * beyond the array. Later iterations are made to finish first. */
#include "check.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N = 60, MOST = 4 * N };

static void delay(unsigned long long i)
{
    usleep((useconds_t)(N - i) * 50);
}

static void print(const char *name, const int *a)
{
    printf("%s:", name);
    for (int k = 0; k < MOST; k++)
        printf(" %d", a[k]);
    printf("\n");
}

/* None, one, two or three elements an iteration. */
static void uneven(void)
{
    static int out[MOST];
    int n = 2;
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, out, 0, sizeof out);
    ppar_counter(&ppar, &n, PPAR_INT32);
    ppar_append(&ppar, 0, 0, 4);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            for (int k = 0; k < i % 4; k++)
                out[n++] = 10 * i + k;
            printf("%d ", i);
            delay((unsigned)i);
        }
        ppar_put_appended(&ppar, 0, 0, 4);
        ppar_commit(&ppar);
    }
    printf("%d\n", n);
    print("out", out);
}

/* One counter for two arrays, another one between reductions; only a part of each element. */
static void parts(void)
{
    static struct {
        int a, hole;
        short b, other;
    } list[MOST];
    static int also[MOST], out[MOST];
    unsigned short n = 0;
    long long m = 100;
    for (int k = 0; k < MOST; k++)
        list[k].hole = list[k].other = (short)(k + 1);
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC);
    ppar_output(&ppar, list, 0, sizeof list);
    ppar_output(&ppar, out, 0, sizeof out);
    ppar_output(&ppar, also, 0, sizeof also);
    ppar_counter(&ppar, &n, PPAR_UINT16);
    ppar_counter(&ppar, &m, PPAR_INT64);
    ppar_append(&ppar, 0, 0, sizeof list[0]);
    ppar_append(&ppar, 1, 1, 4);
    ppar_append(&ppar, 2, 0, 4);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            if (i % 3) {
                list[n].a = i;
                list[n].b = (short)-i;
                also[n++] = i * i;
            }
            if (i % 5 == 0)
                out[m++] = i;
            delay((unsigned)i);
        }
        ppar_put_appended(&ppar, 0, 0, 4);
        ppar_put_appended(&ppar, 0, 8, 2);
        ppar_put_appended(&ppar, 1, 0, 4);
        ppar_put_appended(&ppar, 2, 0, 4);
        ppar_commit(&ppar);
    }
    printf("%d %lld\n", n, m);
    for (int k = 0; k < MOST; k++)
        printf("%d %d %d %d ", list[k].a, list[k].hole, list[k].b, list[k].other);
    print("out", out);
    print("also", also);
}

/* Where the element with the number 0 would be: perhaps far outside of the array. */
static int *behind(int *place, long long distance)
{
    return (int *)((uintptr_t)place + (uintptr_t)(distance * 4));
}

/* Each type up to its end, from below 0 where there is something. */
#define TYPE(type, number, start)                                                                  \
    do {                                                                                           \
        static int out[MOST];                                                                      \
        int *const middle = behind(out + MOST / 2, -(long long)(start));                           \
        type n = (type)(start);                                                                    \
        memset(out, 0, sizeof out);                                                                \
        struct ppar_loop ppar = LOOP(27);                                                          \
        ppar_output(&ppar, middle, PPAR_LOWEST, PPAR_HIGHEST);                                     \
        ppar_counter(&ppar, &n, number);                                                           \
        ppar_append(&ppar, 0, 0, 4);                                                               \
        while (ppar_chunk(&ppar)) {                                                                \
            for (int i = (int)ppar.first; i < (int)ppar.last; i++)                                 \
                middle[(long)n++] = i + 1;                                                         \
            ppar_put_appended(&ppar, 0, 0, 4);                                                     \
            ppar_commit(&ppar);                                                                    \
        }                                                                                          \
        printf("%lld\n", (long long)n);                                                            \
        print(#type, out);                                                                         \
    } while (0)

static void types(void)
{
    TYPE(signed char, PPAR_INT8, 100);
    TYPE(signed char, PPAR_INT8, -20);
    TYPE(unsigned char, PPAR_UINT8, 228);
    TYPE(short, PPAR_INT16, 32740);
    TYPE(unsigned short, PPAR_UINT16, 65508);
    TYPE(int, PPAR_INT32, INT_MAX - 27);
    TYPE(int, PPAR_INT32, -13);
    TYPE(unsigned, PPAR_UINT32, UINT_MAX - 27);
    TYPE(long, PPAR_INT64, -1);
    TYPE(size_t, PPAR_UINT64, 3);
}

/* A pointer to the next element, and one that stays where it is. */
static void cursors(void)
{
    static int out[MOST];
    static struct {
        int a, hole;
        long b;
    } list[N], *item = list, *none = list + 5;
    int *next = out + 7;
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC);
    ppar_output(&ppar, next, 0, 4 * (MOST - 7));
    ppar_output(&ppar, item, PPAR_LOWEST, PPAR_HIGHEST);
    ppar_output(&ppar, none, PPAR_LOWEST, PPAR_HIGHEST);
    ppar_counter(&ppar, &next, PPAR_UINT64);
    ppar_counter(&ppar, &item, PPAR_UINT64);
    ppar_counter(&ppar, &none, PPAR_UINT64);
    ppar_append_at(&ppar, 0, 0, 4);
    ppar_append_at(&ppar, 1, 1, sizeof *item);
    ppar_append_at(&ppar, 2, 2, sizeof *item);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            *next++ = i;
            if (i % 3 == 0)
                *next++ = -i;
            if (i % 5) {
                item->a = i;
                item->b = i * 3;
                item++;
            }
            delay((unsigned)i);
        }
        ppar_put_appended(&ppar, 0, 0, 4);
        ppar_put_appended(&ppar, 1, 0, 4);
        ppar_put_appended(&ppar, 1, 8, 8);
        ppar_put_appended(&ppar, 2, 0, 8);
        ppar_commit(&ppar);
    }
    printf("%d %d %d\n", (int)(next - out), (int)(item - list), (int)(none - list));
    print("out", out);
    for (int k = 0; k < N; k++)
        printf("%d %d %ld ", list[k].a, list[k].hole, list[k].b);
}

/* Larger than the inbox, so that records wait in the store. */
static void large(void)
{
    enum { SIZE = 70000 };
    static char out[N + 4][SIZE];
    size_t n = 0;
    unsigned long sum = 0;
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC);
    ppar_output(&ppar, out, 0, sizeof out);
    ppar_counter(&ppar, &n, PPAR_UINT64);
    ppar_append(&ppar, 0, 0, SIZE);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            if (i % 7)
                memset(out[n++], i, SIZE);
            delay((unsigned)i);
        }
        ppar_put_appended(&ppar, 0, 0, SIZE);
        ppar_commit(&ppar);
    }
    for (size_t k = 0; k < sizeof out; k++)
        sum = sum * 31 + (unsigned char)(&out[0][0])[k];
    printf("%zu %lu\n", n, sum);
}

/* What iteration 40 and those behind it append is lost, what those before do is kept. */
static int kept_count, kept[MOST];

static void show_kept(void)
{
    printf("%d\n", kept_count);
    print("kept", kept);
    fflush(stdout);
}

static void lost(void)
{
    atexit(show_kept);
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC);
    ppar_output(&ppar, kept, 0, sizeof kept);
    ppar_counter(&ppar, &kept_count, PPAR_INT32);
    ppar_append(&ppar, 0, 0, 4);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            kept[kept_count++] = i;
            delay((unsigned)i);
            if (i == 40)
                _exit(3);
        }
        ppar_put_appended(&ppar, 0, 0, 4);
        ppar_commit(&ppar);
    }
}

static void check_lost(void)
{
    struct outcome *outcome = run(lost, "PPAR_WORKERS=3");
    const char *found = outcome->out;
    check(WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 3, "lost: another status");
    check(strncmp(found, "40\n", 3) == 0, "lost: %s", found);
    check(strstr(found, " 38 39 0 0") != NULL, "lost: %s", found);
}

/* The worker's elements lie in the output; where the parent would put them does not. */
static void beyond(void)
{
    static int out[MOST];
    int n = 0;
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC);
    ppar_output(&ppar, out, 0, 4 * 50);
    ppar_counter(&ppar, &n, PPAR_INT32);
    ppar_append(&ppar, 0, 0, 4);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            out[n++] = i;
        ppar_put_appended(&ppar, 0, 0, 4);
        ppar_commit(&ppar);
    }
}

static void check_beyond(void)
{
    struct outcome *outcome = run(beyond, "PPAR_WORKERS=2");
    check(WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 1,
          "beyond: another status");
    check(strstr(outcome->err, "it reaches outside of an output") != NULL, "beyond: %s",
          outcome->err);
}

int main(void)
{
    check_equivalent("uneven", uneven, "");
    check_equivalent("uneven", uneven, "PPAR_SCHEDULE=dynamic,2");
    check_equivalent("parts", parts, "");
    check_equivalent("types", types, "PPAR_SCHEDULE=dynamic");
    check_equivalent("cursors", cursors, "");
    check_equivalent("large", large, "");
    check_lost();
    check_beyond();
    return check_status();
}
