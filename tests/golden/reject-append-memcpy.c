/* A copy out of the array. */
double x[200], out[400];
void use(int n);
#include <string.h>

double y[200];

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[n++] = x[i];
        memcpy(y, out, sizeof y);
    }
    use(n);
}
