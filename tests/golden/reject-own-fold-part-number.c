/* A function folds addresses, which it gets by value. */
#include <stdint.h>
#include <stdlib.h>

static void add(uintptr_t *all, uintptr_t part) { *all = *all * 31 + part; }
int main(void)
{
    uintptr_t all = 0;
#pragma ppar for reduction(add : all)
    for (int i = 0; i < 100; i++)
        add(&all, (uintptr_t)malloc(8));
    return all == 0;
}
