/* verdict: proven */
/* A loop in a function that calls itself: outside the loop, so that loops run at each depth. */
#include "show.h"

static int a[6][12];

static int descend(int depth)
{
    int mine[12];

    if (depth == 6)
        return 0;
    FILL(mine, 12, -1);
#pragma ppar for
    for (int i = 1; i < 11; i++)
        mine[i] = 10 * depth + i;
    for (int i = 0; i < 12; i++)
        a[depth][i] = mine[i];
    return mine[depth + 1] + descend(depth + 1);
}

int main(void)
{
    FILL(&a[0][0], 72, -5);
    printf("%d\n", descend(0));
    SHOW("%d", &a[0][0], 72);
    return 0;
}
