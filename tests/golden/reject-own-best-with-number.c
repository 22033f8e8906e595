/* An address as a number, with the best of something. */
#include <stdint.h>
#include <stdlib.h>

static double v[100];
int main(void)
{
    double most = -1;
    uintptr_t where = 0;
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        uintptr_t u = (uintptr_t)malloc(8);
        if (v[i] > most) {
            most = v[i];
            where = u;
        }
    }
    return where == 0 && most > 3;
}
