/* verdict: proven */
/* A static scratch array inside the function, and one of the file. */
#include "show.h"

static double file_scratch[10];

static void work(double *restrict out, int n)
{
    static double scratch[10];

#pragma ppar for
    for (int i = 1; i < n; i++) {
        for (int k = 0; k < 10; k++) {
            scratch[k] = i + k;
            file_scratch[k] = scratch[k] * 0.5;
        }
        out[i] = scratch[9] + file_scratch[0] + file_scratch[i % 10];
    }
}

int main(void)
{
    double out[15];

    FILL(out, 15, -1.0);
    work(out, 14);
    SHOW("%g", out, 15);
    work(out, 3);
    SHOW("%g", out, 15);
    return 0;
}
