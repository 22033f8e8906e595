/* verdict: proven */
/* Columns: what an iteration writes lies far apart, among what others write. */
#include "show.h"

int main(void)
{
    int m[8][9];

    FILL(&m[0][0], 72, -1);
#pragma ppar for
    for (int j = 1; j < 8; j++)
        for (int i = 1; i < 7; i++)
            m[i][j] = 10 * i + j;
    SHOW("%d", &m[0][0], 72);
    return 0;
}
