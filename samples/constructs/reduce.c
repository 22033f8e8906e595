/* sum(pool.map(...)), a reduction variable of parfor, .combine = "+" and max of foreach: found, and
 * with the bits of the serial loop. */
#include <math.h>
#include <stdio.h>

int main(void)
{
    double sum = 0, most = -1;
    int where = -1;
#pragma ppar for
    for (int i = 0; i < 10000; i++) {
        double y = sin(0.37 * i) * sqrt(i);
        sum += y;
        if (y > most) {
            most = y;
            where = i;
        }
    }
    printf("%.17g, at most %.17g at %d\n", sum, most, where);
    return 0;
}
