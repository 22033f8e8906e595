/* verdict: proven */
/* A volatile variable that lives no longer than its iteration is nobody else's. */
#include <stdio.h>

static double kahan(const double *x, int n)
{
    volatile double sum = 0, carry = 0;
    for (int k = 0; k < n; k++) {
        volatile double y = x[k] - carry;
        volatile double t = sum + y;
        carry = (t - sum) - y;
        sum = t;
    }
    return sum;
}

int main(void)
{
    static double x[50][40], result[50];
    for (int i = 0; i < 50; i++)
        for (int k = 0; k < 40; k++)
            x[i][k] = 1.0 / (i + 3 * k + 1);
#pragma ppar for
    for (int i = 0; i < 50; i++)
        result[i] = kahan(x[i], 40);
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        volatile int steps[4] = {i};
        _Atomic int last = steps[0];
        for (int k = 1; k < 4; k++)
            last = steps[k] = steps[k - 1] * 3 % 17;
        result[i] += last;
    }
    for (int i = 0; i < 50; i++)
        printf("%.17g\n", result[i]);
    return 0;
}
