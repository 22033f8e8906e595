/* A sparse scatter: each particle of a list is moved, in the order of an index array without
 * duplicates. STEPS times 8 floating-point operations for each element. Prints the seconds of the
 * loop, and of the inspector alone. Arguments: elements, steps, the distance between indices,
 * and whether they are shuffled: 1, as they are without, or 0, and they ascend. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifdef _PPAR
#include <ppar.h>
#endif

struct particle {
    double x, v;
};

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void move(struct particle *restrict p, const int *restrict index, int n, int steps)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        double x = p[index[i]].x, v = p[index[i]].v;
        for (int k = 0; k < steps; k++) {
            v -= 0.01 * (x + 0.1 * v);
            x += 0.01 * v * (1 - 0.001 * x);
        }
        p[index[i]].x = x;
        p[index[i]].v = v;
    }
}

int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 1000000, steps = argc > 2 ? atoi(argv[2]) : 6;
    int apart = argc > 3 ? atoi(argv[3]) : 1;
    int shuffled = argc > 4 ? atoi(argv[4]) : 1;
    struct particle *p = calloc((size_t)n * (size_t)apart, sizeof *p);
    int *index = malloc((size_t)n * sizeof *index);
    if (!p || !index)
        return 1;
    for (int k = 0; k < n; k++)
        index[k] = k * apart;
    for (int k = n - 1; k > 0; k--) {
        unsigned long long any = (unsigned long long)rand() * 2654435761u;
        int other = shuffled ? (int)(any % (unsigned)(k + 1)) : k;
        int swap = index[k];
        index[k] = index[other];
        index[other] = swap;
        p[index[k]].x = k % 100;
    }
    double start = seconds();
    move(p, index, n, steps);
    double loop = seconds() - start, inspector = 0;
#ifdef _PPAR
    start = seconds();
    if (!ppar_distinct((unsigned)n, PPAR_INT32, 1, ppar_column(index, 0, sizeof *index)))
        return 1;
    inspector = seconds() - start;
#endif
    double sum = 0;
    for (int k = 0; k < n; k++)
        sum += p[(size_t)k * (size_t)apart].x;
    printf("%.6f %.6f %a\n", loop, inspector, sum);
    return 0;
}
