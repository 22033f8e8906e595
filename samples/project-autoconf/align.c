/*
 * Looks for a protein in a collection of others:
 *
 *     align [proteins]
 *
 * Prints the ten best hits, and how often each amino acid is there.
 */
#include "align.h"

#include <stdio.h>
#include <stdlib.h>

enum { LONGEST = 600, SHOWN = 10 };

static int by_score(const void *a, const void *b)
{
    const struct hit *first = a, *second = b;

    if (first->score != second->score)
        return first->score < second->score ? 1 : -1;
    return first->number - second->number;
}

static void report(struct hit *hits, int count, const long number[LETTERS])
{
    static const char names[] = "ARNDCQEGHILKMFPSTWYV";

    qsort(hits, (size_t)count, sizeof *hits, by_score);
    for (int i = 0; i < count && i < SHOWN; i++)
        printf("protein %5d  score %4d  ends at %3d\n", hits[i].number, hits[i].score, hits[i].end);
    for (int k = 0; k < LETTERS; k++)
        printf("%c %ld%c", names[k], number[k], k % 5 == 4 ? '\n' : ' ');
}

static int run(const struct proteins *proteins, const struct proteins *query)
{
    struct hit *hits = malloc((size_t)proteins->count * sizeof *hits);
    long number[LETTERS];

    if (hits == NULL)
        return -1;
    search(hits, proteins, query);
    composition(number, proteins);
    report(hits, proteins->count, number);
    free(hits);
    return 0;
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 2000;
    struct proteins query, proteins;
    int status = -1;

    if (count < 1 || count > 1000000) {
        fprintf(stderr, "usage: align [proteins]\n");
        return 2;
    }
    if (proteins_make(&query, 1, LONGEST, NULL) == 0 &&
        proteins_make(&proteins, count, LONGEST, &query) == 0) {
        status = run(&proteins, &query);
        proteins_free(&proteins);
        proteins_free(&query);
    }
    if (status < 0)
        perror("align");
    return status < 0;
}
