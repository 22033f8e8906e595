/* verdict: proven */
/* Rows of a matrix, whole and in part. */
#include "show.h"

int main(void)
{
    int m[8][9], p[8][9];

    FILL(&m[0][0], 72, -1);
    FILL(&p[0][0], 72, -1);
#pragma ppar for
    for (int i = 1; i < 7; i++)
        for (int j = 0; j < 9; j++)
            m[i][j] = 10 * i + j;
#pragma ppar for
    for (int i = 1; i < 7; i++)
        for (int j = 2; j < 6; j++)
            p[i][j] = m[i][j + 1] + m[i][j - 1];
    SHOW("%d", &m[0][0], 72);
    SHOW("%d", &p[0][0], 72);
    return 0;
}
