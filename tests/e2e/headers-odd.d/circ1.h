#ifndef C1
#define C1
#include "circ2.h"
static void c1(int *a, int n) {
#pragma ppar for
    for (int i = 0; i < n; i++) a[i] += 3;
    if (n < 0) c2(a, n);
}
#endif
