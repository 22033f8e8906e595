/* verdict: proven */
/* Appends beside reductions, results in places of their own, last values and scratch. */
#include "show.h"

static int found[400], squares[100];
static char text[400];

int main(void)
{
    int n = 2, last = -1, largest = -1, where = -1;
    double sum = 0, scratch[4];
    unsigned m = 0;

    FILL(found, 400, -1);
    FILL(text, 399, '.');
#pragma ppar for append(found, n)
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < 4; k++)
            scratch[k] = k * i;
        squares[i] = i * i;
        last = i % 10;
        sum += scratch[3] / 7;
        if (i * 13 % 29 > largest) {
            largest = i * 13 % 29;
            where = i;
        }
        if (i * 13 % 29 > 20) {
            found[n++] = i;
            found[n++] = (int)scratch[2];
            text[m++] = (char)('a' + i % 26);
            printf("%d is found\n", i);
        }
    }
    printf("%d %u %d %d %d %.17g\n%s\n", n, m, last, largest, where, sum, text);
    SHOW("%d", found, 400);
    SHOW("%d", squares, 100);
    return 0;
}
