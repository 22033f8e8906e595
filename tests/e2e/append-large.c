/* verdict: proven */
/* Elements of some pages each; an uneven body, so that chunks come in any order. */
#include "show.h"

#include <stdlib.h>

struct block {
    int number;
    unsigned char bytes[9000];
};

int main(void)
{
    struct block *blocks = calloc(1100, sizeof *blocks);
    size_t n = 0;
    unsigned long sum = 5381;

    if (!blocks)
        return 1;
#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < 500; i++)
        for (int k = 0; k < i % 4; k++) {
            struct block made = {.number = i * 10 + k};
            for (int b = 0; b < 9000; b++)
                made.bytes[b] = (unsigned char)(b * i + k);
            blocks[n++] = made;
        }
    for (size_t i = 0; i < 1100; i++)
        for (int b = 0; b < 9000; b++)
            sum = sum * 33 + blocks[i].bytes[b] + (unsigned)blocks[i].number;
    printf("%zu %lu %d %d\n", n, sum, blocks[0].number, blocks[749].number);
    free(blocks);
    return 0;
}
