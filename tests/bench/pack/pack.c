/* COUNT results, each a name and 1000 numbers in memory of its own; prints the seconds that the
 * loop takes and the sum of all numbers. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { COUNT = 20000, NUMBERS = 1000 };

struct series {
    int n;
    double *value;
    char *name;
};
#pragma ppar pack(struct series : value[n], name string)

static struct series all[COUNT];

static struct series make(int i)
{
    struct series made = {.n = NUMBERS};
    char text[32];
    made.value = malloc(NUMBERS * sizeof *made.value);
    for (int k = 0; k < NUMBERS; k++)
        made.value[k] = i + 0.5 * k;
    snprintf(text, sizeof text, "series %d", i);
    made.name = strdup(text);
    return made;
}

int main(void)
{
    struct timespec start, end;
    double sum = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
#pragma ppar for
    for (int i = 0; i < COUNT; i++)
        all[i] = make(i);
    clock_gettime(CLOCK_MONOTONIC, &end);
    for (int i = 0; i < COUNT; i++)
        for (int k = 0; k < all[i].n; k++)
            sum += all[i].value[k];
    printf("%.4f %.1f %s\n",
           (double)(end.tv_sec - start.tv_sec) + 1e-9 * (double)(end.tv_nsec - start.tv_nsec), sum,
           all[COUNT - 1].name);
    return 0;
}
