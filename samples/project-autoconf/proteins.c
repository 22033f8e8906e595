/* Proteins for trying, from a generator of our own: the same ones on every machine. */
#include "align.h"

#include <stdint.h>
#include <stdlib.h>

static unsigned draw(uint64_t *state, unsigned limit)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*state >> 33) % limit;
}

/* Copies a part of QUERY over a part of the protein LETTER, with one amino acid in eight another.
 */
static void plant(unsigned char *letter, int length, const unsigned char *query, int query_length,
                  uint64_t *state)
{
    int shorter = length < query_length ? length : query_length;
    int part = 1 + (int)draw(state, (unsigned)shorter);
    int from = (int)draw(state, (unsigned)(query_length - part + 1));
    int to = (int)draw(state, (unsigned)(length - part + 1));

    for (int k = 0; k < part; k++)
        if (draw(state, 8) != 0)
            letter[to + k] = query[from + k];
}

int proteins_make(struct proteins *proteins, int count, int longest, const struct proteins *query)
{
    uint64_t state = 20;

    proteins->count = count;
    proteins->start = malloc(((size_t)count + 1) * sizeof *proteins->start);
    proteins->letter = malloc((size_t)count * (size_t)longest);
    if (proteins->start == NULL || proteins->letter == NULL) {
        proteins_free(proteins);
        return -1;
    }
    proteins->start[0] = 0;
    for (int i = 0; i < count; i++) {
        int length = longest / 2 + (int)draw(&state, (unsigned)longest / 2 + 1);
        unsigned char *letter = proteins->letter + proteins->start[i];

        for (int k = 0; k < length; k++)
            letter[k] = (unsigned char)draw(&state, LETTERS);
        if (query != NULL && draw(&state, 5) == 0)
            plant(letter, length, query->letter, query->start[1], &state);
        proteins->start[i + 1] = proteins->start[i] + length;
    }
    return 0;
}

void proteins_free(struct proteins *proteins)
{
    free(proteins->start);
    free(proteins->letter);
    proteins->start = NULL;
    proteins->letter = NULL;
}
