/* An address as a number, through a scratch variable. */
#include <stdlib.h>

static long scratch;
static long out[10];
static void fill(void) { scratch = (long)malloc(3); }
static long get(void) { return scratch + 1; }
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        fill();
        out[i] = get();
    }
    return out[3] == 0;
}
