#include <stdlib.h>
int compare(const void *, const void *);
int out[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int key[5];
        for (int k = 0; k < 5; k++)
            key[k] = i * 7919 * (k + 1) % 101;
        qsort(key, 5, sizeof *key, compare);
        out[i] = key[2];
    }
}
