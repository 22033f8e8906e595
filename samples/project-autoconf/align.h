#ifndef ALIGN_H
#define ALIGN_H

enum { LETTERS = 20 };

/* Proteins, as the numbers of their amino acids, below LETTERS, one behind the other: protein i is
 * letter[start[i]] to letter[start[i + 1] - 1]. */
struct proteins {
    int count;
    int *start;
    unsigned char *letter;
};

/* How well a protein agrees with the one that was looked for, and where that ends. */
struct hit {
    int number, score, end;
};

/* COUNT proteins that never were, of up to LONGEST amino acids; some of them have a part of the
 * first one of QUERY in them, unless that is NULL. Returns 0, or -1 when there is not enough
 * memory. */
int proteins_make(struct proteins *proteins, int count, int longest, const struct proteins *query);
void proteins_free(struct proteins *proteins);

/* Compares the first one of QUERY with all PROTEINS; the hits are in their order. */
void search(struct hit *hits, const struct proteins *proteins, const struct proteins *query);

/* How often each amino acid is there. */
void composition(long number[LETTERS], const struct proteins *proteins);

#endif
