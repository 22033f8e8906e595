/* verdict: proven */
/* The loop stands after a case label, and falls through to the next. */
#include "show.h"

static int a[12];

static void fill(int way)
{
    switch (way) {
    case 0:
#pragma ppar for
        for (int i = 1; i < 11; i++)
            a[i] = i;
        break;
    case 1:
        a[0] = 9; /* fall through */
    default:
#pragma ppar for
        for (int i = 1; i < 11; i++)
            a[i] = 3 * i;
    }
}

int main(void)
{
    for (int way = 0; way < 3; way++) {
        FILL(a, 12, -1);
        fill(way);
        SHOW("%d", a, 12);
    }
    return 0;
}
