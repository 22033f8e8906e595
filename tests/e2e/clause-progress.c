/* A loop that shows how far it is does nothing else than before. */
#include <stdio.h>

enum { N = 200 };

int main(void)
{
    static double x[N];
    double total = 0;
#pragma ppar for progress schedule(dynamic)
    for (int i = 0; i < N; i++) {
        x[i] = 1.0 / (i + 1);
        printf("%d\n", i);
    }
#pragma ppar for progress("sum")
    for (int i = 0; i < N; i++)
        total += x[i];
    printf("%.17g\n", total);
    return 0;
}
