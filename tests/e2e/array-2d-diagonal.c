/* verdict: proven */
/* Both subscripts have the counter. */
#include "show.h"

int main(void)
{
    int m[9][9];

    FILL(&m[0][0], 81, -1);
#pragma ppar for
    for (int i = 1; i < 8; i++) {
        m[i][i] = i;
        m[i][8 - i] = 10 * i;
    }
    SHOW("%d", &m[0][0], 81);
    return 0;
}
