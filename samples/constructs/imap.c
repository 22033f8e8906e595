/* Pool.imap, fetchNext, DataQueue with afterEach, parallel --keep-order into a pipe: what is done
 * with a result as soon as it is there, in iteration order, while later ones are computed. Other
 * compilers do not hear of it, so this one is compared with imap.txt. */
#include <math.h>
#include <stdio.h>

int main(void)
{
    double result[6], total = 0;
#pragma ppar for after((total += result[i], printf("%d: %.4f, so far %.4f\n", i, result[i], total)))
    for (int i = 0; i < 6; i++)
        result[i] = sqrt(i);
    printf("%.4f and %.4f\n", result[5], total);
    return 0;
}
