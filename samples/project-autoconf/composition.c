/* Each iteration counts the letters of one protein. That something is only ever counted up is all
 * that ppcc has to see: the counts of all workers are added. */
#include "align.h"

void composition(long number[LETTERS], const struct proteins *proteins)
{
    const unsigned char *letter = proteins->letter;
    const int *start = proteins->start;
    int count = proteins->count;
    long sum[LETTERS] = {0};

#pragma ppar for
    for (int i = 0; i < count; i++)
        for (int k = start[i]; k < start[i + 1]; k++)
            sum[letter[k] % LETTERS]++;

    for (int k = 0; k < LETTERS; k++)
        number[k] = sum[k];
}
