/* flags: -O1 -lm */
/* Laplace's equation on a rectangle: Jacobi sweeps between two grids, red-black sweeps in one. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct grid {
    int width, height;
    double *cell;
};

static double sweep_jacobi(const struct grid *from, struct grid *to)
{
    double change = 0;
    int w = from->width;
#pragma ppar for
    for (int y = 1; y < from->height - 1; y++) {
        for (int x = 1; x < w - 1; x++) {
            double value = 0.25 * (from->cell[(y - 1) * w + x] + from->cell[(y + 1) * w + x] +
                                   from->cell[y * w + x - 1] + from->cell[y * w + x + 1]);
            double d = fabs(value - from->cell[y * w + x]);
            if (d > change)
                change = d;
            to->cell[y * w + x] = value;
        }
    }
    return change;
}

/* The colour is the parity of x + y; every neighbour has the other one. */
static void sweep_colour(int n, double u[n][n], int colour)
{
#pragma ppar for
    for (int y = 1; y < n - 1; y++)
        for (int x = 1 + (y + colour) % 2; x < n - 1; x += 2)
            u[y][x] = 0.25 * (u[y - 1][x] + u[y + 1][x] + u[y][x - 1] + u[y][x + 1]);
}

static struct grid make(int width, int height)
{
    struct grid grid = {width, height, calloc((size_t)width * height, sizeof(double))};
    if (!grid.cell)
        exit(1);
    for (int x = 0; x < width; x++)
        grid.cell[x] = 100;
    return grid;
}

int main(void)
{
    enum { N = 33 };
    static double u[N][N];
    struct grid a = make(40, 30), b = make(40, 30);
    for (int k = 0; k < 10; k++) {
        printf("%a\n", sweep_jacobi(&a, &b));
        printf("%a\n", sweep_jacobi(&b, &a));
    }
    for (int x = 0; x < N; x++)
        u[0][x] = x;
    for (int k = 0; k < 20; k++)
        sweep_colour(N, u, k % 2);
    for (int k = 0; k < 40 * 30; k++)
        printf("%a\n", a.cell[k]);
    for (int y = 0; y < N; y++)
        for (int x = 0; x < N; x++)
            printf("%a\n", u[y][x]);
    free(a.cell);
    free(b.cell);
    return 0;
}
