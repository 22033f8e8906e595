/*
 * The best local alignment of two proteins, by the method of Smith and Waterman: the score of an
 * alignment that ends at a pair of letters follows from those that end at the pairs before. One row
 * of the table is enough. Each iteration of the loop aligns one protein, with a row of its own.
 */
#include "align.h"

enum { GAP = 3, LONGEST_QUERY = 1000 };

/* A stand-in for the tables that are measured: five letters that stand together are alike. */
static int similarity(int a, int b)
{
    if (a == b)
        return 5;
    return a / 5 == b / 5 ? 1 : -2;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static struct hit align(int number, const unsigned char *letter, int length,
                        const unsigned char *query, int query_length)
{
    struct hit best = {number, 0, 0};
    int row[LONGEST_QUERY + 1];

    for (int k = 0; k <= query_length; k++)
        row[k] = 0;
    for (int at = 0; at < length; at++) {
        int diagonal = 0;

        for (int k = 1; k <= query_length; k++) {
            int score = larger(0, diagonal + similarity(letter[at], query[k - 1]));

            diagonal = row[k];
            score = larger(score, larger(row[k], row[k - 1]) - GAP);
            row[k] = score;
            if (score > best.score) {
                best.score = score;
                best.end = at + 1;
            }
        }
    }
    return best;
}

static void search_all(struct hit *restrict hits, const int *restrict start,
                       const unsigned char *restrict letter, int count,
                       const unsigned char *restrict query, int query_length)
{
#pragma ppar for
    for (int i = 0; i < count; i++)
        hits[i] = align(i, letter + start[i], start[i + 1] - start[i], query, query_length);
}

void search(struct hit *hits, const struct proteins *proteins, const struct proteins *query)
{
    int length = query->start[1] < LONGEST_QUERY ? query->start[1] : LONGEST_QUERY;

    search_all(hits, proteins->start, proteins->letter, proteins->count, query->letter, length);
}
