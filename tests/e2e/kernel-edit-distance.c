/* Edit distance: one word against many, with a row of the table as scratch; and one table, whose
 * diagonals are computed one after the other, the elements of each in parallel. */
#include "show.h"

#include <string.h>

enum { WORDS = 150, LENGTH = 30, SIZE = 90 };

static int smallest(int a, int b, int c)
{
    int ab = a < b ? a : b;
    return ab < c ? ab : c;
}

static int distance(const char *a, const char *b)
{
    static int row[LENGTH + 1];
    int rows = (int)strlen(a), columns = (int)strlen(b);
    for (int k = 0; k <= LENGTH; k++)
        row[k] = k;
    for (int i = 1; i <= rows; i++) {
        int corner = row[0];
        row[0] = i;
        for (int k = 1; k <= columns; k++) {
            int next = smallest(corner + (a[i - 1] != b[k - 1]), row[k] + 1, row[k - 1] + 1);
            corner = row[k];
            row[k] = next;
        }
    }
    return row[columns];
}

static void make_word(char *word, int length, unsigned seed)
{
    for (int k = 0; k < length; k++) {
        seed = seed * 1103515245u + 12345u;
        word[k] = "acgt"[seed >> 16 & 3];
    }
    word[length] = 0;
}

int main(void)
{
    static char word[WORDS][LENGTH + 1], a[SIZE + 1], b[SIZE + 1];
    static int found[WORDS], table[SIZE][SIZE];

    for (int i = 0; i < WORDS; i++)
        make_word(word[i], 5 + i * 7 % (LENGTH - 5), (unsigned)i);
#pragma ppar for
    for (int i = 0; i < WORDS; i++)
        found[i] = distance(word[0], word[i]);
    SHOW("%d", found, WORDS);

    make_word(a, SIZE, 5);
    make_word(b, SIZE, 11);
    for (int k = 0; k < SIZE; k++)
        table[0][k] = table[k][0] = k;
    for (int d = 2; d < 2 * SIZE - 1; d++) {
#pragma ppar for
        for (int i = 1; i < SIZE; i++) {
            int k = d - i;
            if (k < 1 || k >= SIZE)
                continue;
            table[i][k] = smallest(table[i - 1][k - 1] + (a[i] != b[k]), table[i - 1][k] + 1,
                                   table[i][k - 1] + 1);
        }
    }
    SHOW("%d", table[SIZE - 1], SIZE);
    return 0;
}
