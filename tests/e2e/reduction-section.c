/* A reduction over a section of an array. */
#include "show.h"

int main(void)
{
    int hist[20];

    FILL(hist, 20, -1);
    for (int k = 2; k < 18; k++)
        hist[k] = 100;
#pragma ppar for reduction(+ : hist [2:16])
    for (int i = 0; i < 1000; i++)
        hist[2 + i * i % 16]++;
    SHOW("%d", hist, 20);
    return 0;
}
