/* verdict: proven */
/* Inner loops whose bounds depend on the counter: long and short iterations. */
#include "show.h"

int main(void)
{
    int lower[9][9], upper[9][9];

    FILL(&lower[0][0], 81, -1);
    FILL(&upper[0][0], 81, -1);
#pragma ppar for schedule(dynamic)
    for (int i = 0; i < 9; i++)
        for (int j = 0; j < i; j++)
            lower[i][j] = 10 * i + j;
#pragma ppar for
    for (int i = 0; i < 9; i++)
        for (int j = 8; j > i; j--)
            upper[i][j] = lower[j][i];
    SHOW("%d", &lower[0][0], 81);
    SHOW("%d", &upper[0][0], 81);
    return 0;
}
