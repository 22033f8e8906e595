/* Every operator by clause. */
#include "show.h"

int main(void)
{
    int sum = 1, less = 2, all = 1, any = 0, least = 1000, most = -1000;
    unsigned product = 3, and = 0xffffu, or = 0, xor = 5;

#pragma ppar for reduction(+ : sum) reduction(- : less) reduction(* : product)                     \
    reduction(& : and) reduction(| : or), reduction(^ : xor)                                       \
    reduction(&& : all) reduction(|| : any) reduction(min : least) reduction(max : most)
    for (int i = 1; i < 100; i++) {
        int x = i * 37 % 101;

        sum += x;
        less -= x;
        product *= (unsigned)x | 1u;
        and &= ~(unsigned)x;
        or |= (unsigned)x << 8;
        xor ^= (unsigned)x << (i % 16);
        all = all && x != 50;
        any = any || x == 50;
        if (x < least)
            least = x;
        if (x > most)
            most = x;
    }
    printf("%d %d %u %x %x %x %d %d %d %d\n", sum, less, product, and, or, xor, all, any, least,
           most);
    return 0;
}
