/* Results of iterations that write different bytes: one or several outputs, contiguous, strided and
 * row by row, updated in place, in loops of few and of many iterations, once and again. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

static unsigned long long digest(const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    unsigned long long sum = 14695981039346656037u;
    for (size_t k = 0; k < length; k++)
        sum = (sum ^ at[k]) * 1099511628211u;
    return sum;
}

static void map(unsigned long long n)
{
    double *result = calloc(n + 1, sizeof *result);
    struct ppar_loop ppar = LOOP(n);
    ppar_output(&ppar, result, 0, 8 * (long long)n);
    while (ppar_chunk(&ppar)) {
        for (unsigned long long i = ppar.first; i < ppar.last; i++)
            result[i] = (double)i / 3;
        ppar_put(&ppar, 0, 8 * (long long)ppar.first, 8 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    printf("%llu: %llx\n", n, digest(result, 8 * n));
    free(result);
}

static void sizes(void)
{
    static const unsigned long long trips[] = {0, 1, 2, 3, 7, 8, 63, 64, 65, 1000, 100000};
    for (size_t k = 0; k < sizeof trips / sizeof *trips; k++)
        map(trips[k]);
}

/* Every third element of one array, a field of the structures of another. */
static void strided(void)
{
    enum { N = 1000 };
    static int third[3 * N];
    static struct {
        char before;
        short field;
        char after;
    } s[N];
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, third, 0, sizeof third);
    ppar_output(&ppar, s, 0, sizeof s);
    while (ppar_chunk(&ppar)) {
        for (long long i = (long long)ppar.first; i < (long long)ppar.last; i++) {
            third[3 * i] = (int)(i * i);
            s[i].field = (short)(i ^ 77);
            ppar_put(&ppar, 0, 12 * i, 4);
            ppar_put(&ppar, 1, (char *)&s[i].field - (char *)s, sizeof s[i].field);
        }
        ppar_commit(&ppar);
    }
    printf("%llx %llx\n", digest(third, sizeof third), digest(s, sizeof s));
}

/* Offsets below the base, and a section that starts there. */
static void below_base(void)
{
    enum { N = 500 };
    static int a[N];
    struct ppar_loop ppar = LOOP(N, .start = N - 1);
    int *end = a + N;
    ppar_output(&ppar, end, -4 * N, 0);
    while (ppar_chunk(&ppar)) {
        for (long long i = (long long)ppar.first; i < (long long)ppar.last; i++)
            end[-1 - i] = (int)i * 5;
        ppar_put(&ppar, 0, -4 * (long long)ppar.last, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    printf("%llx\n", digest(a, sizeof a));
}

static void in_place(void)
{
    enum { N = 333 };
    static double a[N];
    for (int round = 0; round < 20; round++) {
        struct ppar_loop ppar = LOOP(N);
        ppar_output(&ppar, a, 0, sizeof a);
        while (ppar_chunk(&ppar)) {
            for (long long i = (long long)ppar.first; i < (long long)ppar.last; i++)
                a[i] = a[i] * 1.5 + (double)i;
            ppar_put(&ppar, 0, 8 * (long long)ppar.first, 8 * (long long)(ppar.last - ppar.first));
            ppar_commit(&ppar);
        }
    }
    printf("%llx\n", digest(a, sizeof a));
}

/* No output at all, and one that is empty. */
static void nothing(void)
{
    struct ppar_loop none = LOOP(10);
    while (ppar_chunk(&none))
        ppar_commit(&none);
    struct ppar_loop empty = LOOP(10);
    ppar_output(&empty, NULL, 8, 4);
    while (ppar_chunk(&empty)) {
        ppar_put(&empty, 0, 8, 0);
        ppar_put(&empty, 0, 8, -4);
        ppar_commit(&empty);
    }
    printf("%p %p %llu %llu\n", (void *)none.run, (void *)empty.run, none.first, none.last);
}

int main(void)
{
    check_equivalent("sizes", sizes, "");
    check_equivalent("strided", strided, "");
    check_equivalent("below base", below_base, "");
    check_equivalent("in place", in_place, "");
    check_equivalent("nothing", nothing, "");
    return check_status();
}
