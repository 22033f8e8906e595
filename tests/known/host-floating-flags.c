/* The flags of floating-point operations are set for good. */
#include "show.h"

#include <fenv.h>

static double x[20], y[20];

int main(void)
{
    feclearexcept(FE_ALL_EXCEPT);
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 20; i++)
        y[i] = 1 / x[i];
    printf("%g %d\n", y[3], fetestexcept(FE_DIVBYZERO) != 0);
    return 0;
}
