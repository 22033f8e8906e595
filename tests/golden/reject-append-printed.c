/* The number is printed. */
double x[200], out[400];
void use(int n);
#include <stdio.h>

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        printf("%d\n", n);
        out[n++] = x[i];
    }
    use(n);
}
