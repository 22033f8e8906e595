/* A function folds addresses and returns the result. */
#include <stdint.h>
#include <stdlib.h>

static uintptr_t add(uintptr_t all, uintptr_t part) { return all * 31 + part; }
int main(void)
{
    uintptr_t all = 0;
#pragma ppar for reduction(add : all)
    for (int i = 0; i < 100; i++)
        all = add(all, (uintptr_t)malloc(8));
    return all == 0;
}
