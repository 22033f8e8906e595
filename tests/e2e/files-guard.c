/* verdict: guarded */
/* The pointers are followed in the other file, and overlap in the second call. */
#include <stdio.h>
struct box {
    int pad, stride;
};
extern struct box *current;
void step(double *, const double *, int);
void set(int);
static double x[400];

static void all(double *out, const double *in, int n)
{
#pragma ppar for
    for (int i = 1; i < n - 1; i++)
        step(out, in, i);
}

int main(void)
{
    for (int stride = 1; stride < 3; stride++) {
        set(stride);
        for (int i = 0; i < 400; i++)
            x[i] = i % 7;
        all(x, x + 200, 100);
        all(x + 1, x, 100);
        for (int i = 0; i < 400; i += 9)
            printf("%g ", x[i]);
        printf("\n");
    }
    return 0;
}
