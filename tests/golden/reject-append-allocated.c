/* The elements point to memory of the worker. */
double x[200], out[400];
void use(int n);
#include <stdlib.h>

void *rows[200];

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        rows[n++] = malloc(8);
    }
    use(n);
}
