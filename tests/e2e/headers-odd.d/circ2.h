#ifndef C2
#define C2
#include "circ1.h"
static void c2(int *a, int n) {
#pragma ppar for
    for (int i = 0; i < n; i++) a[i] += 5;
}
#endif
