/* verdict: proven */
/* The Game of Life on a torus, a few generations. */
#include "show.h"

#define H 12
#define W 17

static char world[H][W], next[H][W];

static int neighbours(int y, int x)
{
    int count = 0;

    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
            if (dy != 0 || dx != 0)
                count += world[(y + dy + H) % H][(x + dx + W) % W];
    return count;
}

int main(void)
{
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++)
            world[y][x] = (y * y + 3 * x * x + x * y) % 5 < 2;
    for (int generation = 0; generation < 5; generation++) {
#pragma ppar for
        for (int y = 0; y < H; y++)
            for (int x = 0; x < W; x++) {
                int n = neighbours(y, x);

                next[y][x] = n == 3 || (n == 2 && world[y][x]);
            }
#pragma ppar for
        for (int y = 0; y < H; y++)
            for (int x = 0; x < W; x++)
                world[y][x] = next[y][x];
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++)
                putchar(world[y][x] ? '#' : '.');
            putchar('\n');
        }
    }
    return 0;
}
