/* get(timeout=...), R.utils::withTimeout, parallel --timeout: what takes too long is ended. Another
 * compiler's program would not end, so this one is compared with timeout.txt. */
#include <ppar.h>
#include <stdio.h>

/* Newton's method, which runs in circles for some starting values. */
static int count_steps(double x)
{
    int steps = 0;
    for (; x * x * x - 2 * x + 2 > 1e-9 || x * x * x - 2 * x + 2 < -1e-9; steps++)
        x -= (x * x * x - 2 * x + 2) / (3 * x * x - 2);
    return steps;
}

int main(void)
{
    static int steps[6], ended[6];
#pragma ppar for timeout(1) on_failure(skip) status(ended)
    for (int i = 0; i < 6; i++) {
        steps[i] = count_steps(i - 3);
    }
    for (int i = 0; i < 6; i++) {
        if (ended[i] == PPAR_TIMED_OUT)
            printf("from %d: too long\n", i - 3);
        else
            printf("from %d: %d steps\n", i - 3, steps[i]);
    }
    return 0;
}
