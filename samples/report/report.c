/* Light through haze, a map of 48 rows: the lower the row, the more often a photon is scattered
 * before it gets out, so the last rows take far longer than the first. One loop hands the rows out
 * in two halves, the other as ppcc does by itself. What that means is on the page that PPAR_REPORT
 * asks for. */
#include <ppar.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 48 };

/* The mean number of steps that a photon of this row takes. */
static double scattered(int row, int photons)
{
    double steps = 0;
    for (int k = 0; k < photons; k++)
        for (double depth = 1 + row; depth > 0; steps++)
            depth += ppar_random() < 0.45 ? 1 : -1;
    return steps / photons;
}

static void print_map(const char *name, const double *map)
{
    printf("%-8s", name);
    for (int row = 0; row < ROWS; row += 8)
        printf(" %8.3f", map[row]);
    printf("\n");
}

int main(int argc, char **argv)
{
    const int photons = argc > 1 ? atoi(argv[1]) : 20000;
    double halves[ROWS], shared[ROWS];
#pragma ppar for schedule(static) name("in two halves")
    for (int row = 0; row < ROWS; row++) {
        ppar_random_at(1, (unsigned long long)row);
        halves[row] = scattered(row, photons);
    }
#pragma ppar for name("shared out")
    for (int row = 0; row < ROWS; row++) {
        ppar_random_at(1, (unsigned long long)row);
        shared[row] = scattered(row, photons);
    }
    print_map("halves", halves);
    print_map("shared", shared);
    return 0;
}
