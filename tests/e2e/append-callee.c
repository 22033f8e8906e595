/* Functions that append to lists of several kinds. */
#include "show.h"

#include <stdlib.h>

struct list {
    int *data;
    long count;
};

static struct list evens, odds;
static double values[900];
static unsigned value_count;

static void push(struct list *list, int value)
{
    list->data[list->count] = value;
    list->count++;
}

static void note(double value)
{
    values[value_count++] = value;
}

static void push_digits(struct list *list, int value)
{
    for (int digits = value; digits > 0; digits /= 10)
        push(list, digits % 10);
}

int main(void)
{
    evens.data = calloc(1500, sizeof(int));
    odds.data = calloc(1500, sizeof(int));
    if (!evens.data || !odds.data)
        return 1;
    odds.count = 3;
#pragma ppar for schedule(dynamic)
    for (int i = 0; i < 250; i++) {
        if (i % 2)
            push(&odds, i);
        else
            push(&evens, -i);
        if (i % 5 == 0) {
            note(i * 0.5);
            push(&evens, i * i);
        }
    }
#pragma ppar for
    for (int i = 0; i < 100; i++)
        push_digits(&odds, i * i * 7);
    printf("%ld %ld %u\n", evens.count, odds.count, value_count);
    SHOW("%d", evens.data, 1500);
    SHOW("%d", odds.data, 1500);
    SHOW("%g", values, 900);
    return 0;
}
