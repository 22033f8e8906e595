/* verdict: proven */
/* Several reductions and outputs in one loop, one accumulator updated at two places. */
#include "show.h"

int main(void)
{
    int a[60];
    int sum = 0, largest = -1, count = 0;
    unsigned bits = 0;
    double total = 0.0;

    FILL(a, 60, -1);
#pragma ppar for
    for (int i = 1; i < 59; i++) {
        a[i] = i * 17 % 53;
        sum += a[i];
        if (a[i] > largest)
            largest = a[i];
        if (a[i] % 2)
            count++;
        else
            sum += 1000;
        bits |= 1u << (a[i] % 32);
        total += 0.1 * a[i];
    }
    SHOW("%d", a, 60);
    printf("%d %d %d %x %a\n", sum, largest, count, bits, total);
    return 0;
}
