/* Reductions: once a chunk and once an iteration, with the bits of the serial sum. */
#include "check.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static double term(unsigned long long i)
{
    return (i % 3 == 0 ? 1e16 : 1.0 / (double)(i + 1)) * (i % 2 ? -1 : 1);
}

static void add_double(void *acc, const void *part)
{
    *(double *)acc += *(const double *)part;
}

static void multiply_float(void *acc, const void *part)
{
    *(float *)acc *= *(const float *)part;
}

/* Each part costs an iteration its 8 bytes; both reductions share the steps. */
static void exact(void)
{
    static const unsigned long long trips[] = {0, 1, 2, 100, 10000, 300000};
    for (size_t k = 0; k < sizeof trips / sizeof *trips; k++) {
        double sum = 0.25, zero = -0.0;
        float product = 3, one = 1;
        struct ppar_loop ppar = LOOP(trips[k]);
        ppar_reduction(&ppar, &sum, sizeof sum, &zero, add_double, 1);
        ppar_reduction(&ppar, &product, sizeof product, &one, multiply_float, 1);
        while (ppar_chunk(&ppar)) {
            for (unsigned long long i = ppar.first; i < ppar.last; i++) {
                sum += term(i);
                product *= 1 + (float)(i % 7 - 3) / 1000;
                ppar_step(&ppar);
            }
            ppar_commit(&ppar);
        }
        printf("%a %a\n", sum, (double)product);
    }
}

/* Several updates in an iteration cannot be replayed; folded block by block, they give the same at
 * any number of workers, the serial run included. The second one starts each part from its own
 * value. */
static void blocks_of(unsigned long long trips, int schedule, int fatal)
{
    double sum = 0.25, zero = -0.0;
    float product = 3;
    pid_t parent = getpid();
    _Atomic int *has_died =
        mmap(NULL, sizeof *has_died, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    struct ppar_loop ppar = LOOP(trips, .schedule = schedule);
    ppar_reduction(&ppar, &sum, sizeof sum, &zero, add_double, PPAR_PER_BLOCK);
    ppar_reduction(&ppar, &product, sizeof product, NULL, multiply_float, PPAR_PER_BLOCK);
    product = 1.0001f;
    while (ppar_chunk(&ppar)) {
        for (unsigned long long i = ppar.first; i < ppar.last; i++) {
            sum += term(i);
            sum += 1.0 / (double)(i + 3);
            product *= 1 - (float)(i % 7) / 10000;
            if (fatal && i == trips / 3 && getpid() != parent && ++*has_died == 1)
                kill(getpid(), SIGKILL);
        }
        ppar_commit(&ppar);
    }
    printf("%a %a\n", sum, (double)product);
}

/* The block that is lost is run again as a whole. */
static void lost_block(void)
{
    blocks_of(5000, PPAR_AUTO, 1);
    blocks_of(5000, PPAR_STATIC, 1);
}

static void blocks(void)
{
    for (int schedule = PPAR_AUTO; schedule <= PPAR_GUIDED; schedule++) {
        blocks_of(5000, schedule, 0);
        blocks_of(256, schedule, 0);
        blocks_of(257, schedule, 0);
        blocks_of(7, schedule, 0);
        blocks_of(0, schedule, 0);
    }
}

/* -0.0 is the identity that keeps a sum of negative zeros negative. */
static void negative_zero(void)
{
    double sum = -0.0, zero = -0.0;
    struct ppar_loop ppar = LOOP(10);
    ppar_reduction(&ppar, &sum, sizeof sum, &zero, add_double, 1);
    while (ppar_chunk(&ppar)) {
        for (unsigned long long i = ppar.first; i < ppar.last; i++) {
            sum += -0.0;
            ppar_step(&ppar);
        }
        ppar_commit(&ppar);
    }
    printf("%d\n", signbit(sum) != 0);
}

struct extreme {
    long value, where;
};

static void first_largest(void *acc, const void *part)
{
    const struct extreme *other = part;
    if (other->value > ((struct extreme *)acc)->value)
        *(struct extreme *)acc = *other;
}

static void add_counts(void *acc, const void *part)
{
    for (int k = 0; k < 256; k++)
        ((int *)acc)[k] += ((const int *)part)[k];
}

/* An extreme with its place, from the value before the loop on; and a histogram. */
static void once_a_chunk(void)
{
    struct extreme most = {50, -1};
    int counts[256], zeros[256] = {0};
    for (int k = 0; k < 256; k++)
        counts[k] = k;
    struct ppar_loop ppar = LOOP(100000);
    ppar_reduction(&ppar, &most, sizeof most, NULL, first_largest, 0);
    ppar_reduction(&ppar, counts, sizeof counts, zeros, add_counts, 0);
    while (ppar_chunk(&ppar)) {
        for (unsigned long long i = ppar.first; i < ppar.last; i++) {
            long value = (long)(i * 7919 % 10007);
            if (value > most.value)
                most = (struct extreme){value, (long)i};
            counts[value % 256]++;
        }
        ppar_commit(&ppar);
    }
    printf("%ld at %ld:", most.value, most.where);
    for (int k = 0; k < 256; k++)
        printf(" %d", counts[k]);
    printf("\n");
}

/* A fold that is not commutative: texts, joined in iteration order. */
static void join(void *acc, const void *part)
{
    strcat(acc, part);
}

static void in_order(void)
{
    static char text[4000] = "start";
    static const char empty[4000];
    struct ppar_loop ppar = LOOP(500);
    ppar_reduction(&ppar, text, sizeof text, empty, join, 0);
    while (ppar_chunk(&ppar)) {
        for (unsigned long long i = ppar.first; i < ppar.last; i++)
            sprintf(text + strlen(text), " %llu", i);
        ppar_commit(&ppar);
    }
    puts(text);
}

static void add_long(void *acc, const void *part)
{
    *(long *)acc += *(const long *)part;
}

static void most_long(void *acc, const void *part)
{
    if (*(const long *)part > *(long *)acc)
        *(long *)acc = *(const long *)part;
}

/* Accumulators whose number is known at run time; of none, too. */
static void elements(void)
{
    for (int count = 0; count < 40; count += 13) {
        long sums[40] = {0}, most[40];
        double weights[40] = {0};
        for (int k = 0; k < 40; k++)
            most[k] = k;
        struct ppar_loop ppar = LOOP(1000);
        ppar_elements(&ppar, sums, sizeof *sums, count, &(long){0}, add_long, PPAR_PER_CHUNK);
        ppar_elements(&ppar, most, sizeof *most, count, NULL, most_long, PPAR_PER_CHUNK);
        ppar_elements(&ppar, weights, sizeof *weights, count, &(double){-0.0}, add_double,
                      PPAR_PER_BLOCK);
        while (ppar_chunk(&ppar)) {
            for (unsigned long long i = ppar.first; i < ppar.last; i++) {
                if (count > 0) {
                    long value = (long)(i * 7919 % 10007);
                    sums[value % count] += value;
                    if (value > most[i % (unsigned)count])
                        most[i % (unsigned)count] = value;
                    weights[value % count] += term(i);
                    weights[i % (unsigned)count] += 0.1;
                }
                ppar_step(&ppar);
            }
            ppar_commit(&ppar);
        }
        for (int k = 0; k < 40; k++)
            printf("%ld %ld %a\n", sums[k], most[k], weights[k]);
    }
}

/* Calls that are replayed: several in an iteration or none, into one place or into elements of an
 * array, with parts of odd sizes; where order matters. */
static void append(void *acc, const void *part)
{
    memmove(acc, (char *)acc + 3, 37);
    memcpy((char *)acc + 37, part, 3);
}

static void halve(void *acc, const void *part)
{
    *(double *)acc = *(double *)acc / 2 + *(const double *)part;
}

/* A loop in the function that folds runs serially, whoever calls it. */
static void through_a_loop(void *acc, const void *part)
{
    long sum = 0;
    struct ppar_loop ppar = LOOP(3);
    while (ppar_chunk(&ppar)) {
        for (unsigned long long i = ppar.first; i < ppar.last; i++)
            sum += *(const long *)part % (long)(i + 2);
        ppar_commit(&ppar);
    }
    *(long *)acc = *(long *)acc % 1000003 * 3 + sum;
}

static void replayed(void)
{
    static const unsigned long long trips[] = {0, 1, 2, 100, 5000};
    for (size_t k = 0; k < sizeof trips / sizeof *trips; k++) {
        char text[41] = "0123456789012345678901234567890123456789";
        double each[5] = {1, 2, 3, 4, 5};
        long sum = 1;
        struct ppar_loop ppar = LOOP(trips[k]);
        ppar_replay(&ppar, text, 40, 40, 3, append);
        ppar_replay(&ppar, each, sizeof each, sizeof *each, sizeof(double), halve);
        ppar_replay(&ppar, &sum, sizeof sum, sizeof sum, sizeof sum, through_a_loop);
        while (ppar_chunk(&ppar)) {
            for (unsigned long long i = ppar.first; i < ppar.last; i++) {
                char part[20];
                long number = (long)i * 7919;
                snprintf(part, sizeof part, "%03llu", i % 1000);
                for (unsigned long long n = 0; n < i % 3; n++) {
                    double value = term(i + n);
                    if (ppar_notes(&ppar)) {
                        ppar_note(&ppar, 0, text, part);
                        ppar_note(&ppar, 1, &each[i * n % 5], &value);
                    } else {
                        append(text, part);
                        halve(&each[i * n % 5], &value);
                    }
                }
                if (ppar_notes(&ppar))
                    ppar_note(&ppar, 2, &sum, &number);
                else
                    through_a_loop(&sum, &number);
            }
            ppar_commit(&ppar);
        }
        printf("%s %a %a %ld\n", text, each[0], each[3], sum);
    }
}

int main(void)
{
    check_equivalent("exact", exact, "");
    check_equivalent("exact", exact, "PPAR_SCHEDULE=static");
    check_equivalent("exact", exact, "PPAR_SCHEDULE=guided,100");
    check_equivalent("blocks", blocks, "");
    check_equivalent("blocks", blocks, "PPAR_SCHEDULE=static,7");
    check_equivalent("blocks", blocks, "PPAR_GATE=on");
    check_text("a lost block", run(lost_block, "PPAR_WORKERS=2")->out,
               run(lost_block, "PPAR_SERIAL=1")->out);
    check_text("a lost block", run(lost_block, "PPAR_WORKERS=7")->out,
               run(lost_block, "PPAR_SERIAL=1")->out);
    check_equivalent("negative zero", negative_zero, "");
    check_equivalent("once a chunk", once_a_chunk, "");
    check_equivalent("in order", in_order, "");
    check_equivalent("elements", elements, "");
    check_equivalent("elements", elements, "PPAR_SCHEDULE=static,7");
    check_equivalent("replayed", replayed, "");
    check_equivalent("replayed", replayed, "PPAR_SCHEDULE=dynamic,1");
    check_equivalent("replayed", replayed, "PPAR_SCHEDULE=static");
    return check_status();
}
