/* Iterations that fail behind the end; counters that others see; loops that run serially. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <string.h>

static int zero;
static int counter;
long shared_counter;

static void with_status(int stop)
{
    int i, status[60], a[60];
    memset(a, 0, sizeof a);
    memset(status, -1, sizeof status);
#pragma ppar for on_failure(skip) status(status)
    for (i = 0; i < 60; i++) {
        if (i == stop) {
            usleep(30000);
            break;
        }
        if (i > stop && i % 2)
            a[i] = 5 / zero;
        else
            a[i] = i;
    }
    printf("%d:", i);
    for (int k = 0; k < 60; k++)
        printf(" %d/%d", a[k], status[k] > 0);
    printf("\n");
}

static void count_static(int n, int stop)
{
#pragma ppar for
    for (counter = 0; counter < n; counter++)
        if (counter == stop)
            break;
    printf("%d\n", counter);
#pragma ppar for
    for (shared_counter = n; shared_counter > 0; shared_counter -= 3)
        if (shared_counter <= stop)
            break;
    printf("%ld\n", shared_counter);
}

static int overlap(int *a, int *b, int n, int stop)
{
    int i;
#pragma ppar for
    for (i = 0; i < n; i++) {
        a[i] = b[i] + 1;
        if (b[i] == stop)
            break;
    }
    return i;
}

static unsigned short goes(unsigned short start, unsigned n, unsigned short stop)
{
    unsigned short i;
#pragma ppar for
    for (i = start; i < n; i += 3)
        if (i == stop)
            return i;
    return 1;
}

static int bound_in_memory(int *n, int *a, int stop)
{
    int i;
#pragma ppar for
    for (i = 0; i < *n; i++) {
        a[i] = i + 1;
        if (i == stop)
            break;
    }
    return i;
}

int main(int argc, char **argv)
{
    int x[300];
    (void)argv;
    zero = argc - 1;
    with_status(0);
    with_status(17);
    with_status(59);
    with_status(60);
    count_static(1000, 33);
    count_static(1000, 0);
    count_static(1000, 2000);
    for (int k = 0; k < 300; k++)
        x[k] = k;
    printf("%d ", overlap(x, x + 100, 150, 210));
    printf("%d ", overlap(x + 1, x, 250, 70));
    printf("%d\n", overlap(x, x, 250, 9999));
    for (int k = 0; k < 300; k++)
        printf("%d ", x[k]);
    printf("%d %d %d\n", goes(0, 3000, 900), goes(1, 3000, 900), goes(0, 65536, 2));
    int m = 200;
    printf("%d ", bound_in_memory(&m, x, 20));
    x[50] = 100;
    printf("%d ", bound_in_memory(x + 50, x, 70));
    printf("%d\n", x[50]);
    return 0;
}
