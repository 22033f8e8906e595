/* verdict: proven */
/* Complex numbers. */
#include "show.h"

#include <complex.h>

int main(void)
{
    double complex z[10];

    FILL(z, 10, -1.0);
#pragma ppar for
    for (int i = 1; i < 9; i++) {
        double complex w = i + 2.0 * I;

        z[i] = w * w + conj(w);
    }
    for (int i = 0; i < 10; i++)
        printf("%g%+gi ", creal(z[i]), cimag(z[i]));
    putchar('\n');
    return 0;
}
