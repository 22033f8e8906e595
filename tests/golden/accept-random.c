#include <ppar.h>

double a[100], b[100], sum;
int n, list[100];

static double both(void)
{
    return ppar_random() - ppar_random_normal();
}

static int depth(int most)
{
    return most && ppar_random_below(2) ? 1 + depth(most - 1) : 0;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        double best = 0;
        ppar_random_at(7, (unsigned long long)i);
        for (int k = 0; k < depth(5); k++) {
            double x = both();
            best = x > best ? x : best;
        }
        a[i] = best;
    }
#pragma ppar for seed(5)
    for (int i = 0; i < 100; i++) {
        if (ppar_random_u64() & 1)
            list[n++] = i;
        sum += ppar_random();
        b[i] = i;
    }
}
