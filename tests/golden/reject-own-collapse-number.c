/* An address as a number, in a loop of two levels. */
#include <stdlib.h>

static long out[10][10];
int main(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 10; j++)
            out[i][j] = (long)malloc(3);
    return out[3][3] == 0;
}
