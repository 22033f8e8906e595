/* A counter of an enumerated type. */
#include "show.h"

enum colour { RED, ORANGE, YELLOW, GREEN, BLUE, COLOURS };

int main(void)
{
    int a[COLOURS + 2];
    enum colour c;

    FILL(a, COLOURS + 2, -1);
#pragma ppar for
    for (c = RED; c < COLOURS; c++)
        a[c + 1] = 100 + (int)c;
    printf("%d\n", (int)c);
    SHOW("%d", a, COLOURS + 2);
    return 0;
}
