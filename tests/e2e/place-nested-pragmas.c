/* verdict: proven */
/* A parallel loop in a parallel loop, and one in a function called from a third: the inner ones run
   serially in the workers. */
#include "show.h"

static int a[8][8], b[8];

static int row(int i)
{
    int t[6], sum = 0;

#pragma ppar for
    for (int k = 0; k < 6; k++)
        t[k] = i * k;
    for (int k = 0; k < 6; k++)
        sum += t[k];
    return sum;
}

int main(void)
{
    FILL(&a[0][0], 64, -1);
    FILL(b, 8, -1);
#pragma ppar for
    for (int i = 1; i < 7; i++) {
#pragma ppar for
        for (int j = 1; j < 7; j++)
            a[i][j] = 10 * i + j;
    }
#pragma ppar for
    for (int i = 1; i < 7; i++)
        b[i] = row(i);
    SHOW("%d", &a[0][0], 64);
    SHOW("%d", b, 8);
    return 0;
}
