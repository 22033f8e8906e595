/* PPAR_ORDERED: iterations that overwrite each other's results, and iterations that read what only
 * a later one writes. Later iterations are made to finish first. */
#include "check.h"

#include <stdio.h>
#include <unistd.h>

enum { N = 60 };

static void print(const int *a, int count)
{
    for (int k = 0; k < count; k++)
        printf("%d ", a[k]);
    printf("\n");
}

static void delay(unsigned long long i)
{
    usleep((useconds_t)(N - i) * 50);
}

/* a[i] = x; a[i + 1] = y; */
static void overlap(void)
{
    static int a[N + 1];
    struct ppar_loop ppar = LOOP(N, .flags = PPAR_ORDERED);
    ppar_output(&ppar, a, 0, sizeof a);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            a[i] = 1000 + i;
            a[i + 1] = 2000 + i;
            delay((unsigned)i);
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first + 1));
        ppar_commit(&ppar);
    }
    print(a, N + 1);
}

/* Everybody writes the same element. */
static void one_element(void)
{
    static int last[1];
    struct ppar_loop ppar = LOOP(N, .flags = PPAR_ORDERED, .schedule = PPAR_STATIC);
    ppar_output(&ppar, last, 0, sizeof last);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            last[0] = i * 3;
            delay((unsigned)i);
        }
        ppar_put(&ppar, 0, 0, sizeof last);
        ppar_commit(&ppar);
    }
    print(last, 1);
}

/* a[i] = a[i + 1] + a[i + 2], with every schedule. */
static void anti(void)
{
    for (int schedule = PPAR_AUTO; schedule <= PPAR_GUIDED; schedule++) {
        int a[N + 2];
        for (int k = 0; k < N + 2; k++)
            a[k] = k * k;
        struct ppar_loop ppar =
            LOOP(N, .flags = PPAR_ORDERED, .schedule = schedule, .chunk = (unsigned)schedule);
        ppar_output(&ppar, a, 0, sizeof a);
        while (ppar_chunk(&ppar)) {
            for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
                a[i] = a[i + 1] + a[i + 2];
                delay((unsigned)i);
            }
            ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
            ppar_commit(&ppar);
        }
        print(a, N + 2);
    }
}

int main(void)
{
    check_equivalent("overlap", overlap, "PPAR_SCHEDULE=dynamic,1");
    check_equivalent("one element", one_element, "");
    check_equivalent("anti", anti, "");
    return check_status();
}
