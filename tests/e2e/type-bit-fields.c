/* verdict: proven */
/* Bit-fields: each iteration has a struct of its own; its other fields stay. */
#include "show.h"

struct flags {
    unsigned a : 3, b : 5, c : 1;
    int d : 7;
    unsigned long long wide : 40;
};

int main(void)
{
    struct flags f[12];

    for (int i = 0; i < 12; i++)
        f[i] = (struct flags){7, 31, 1, -1, 0xffffffffffULL};
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        f[i].b = (unsigned)i & 31u;
        f[i].d -= i;
        if (i % 2)
            f[i].c = 0;
        f[i].wide = 1ULL << (3 * i);
    }
    for (int i = 0; i < 12; i++)
        printf("%u %u %u %d %llx\n", f[i].a, f[i].b, f[i].c, f[i].d, (unsigned long long)f[i].wide);
    return 0;
}
