/*
 * What the examples of `ppcc --explain` use without declaring it. It stands for the program around
 * them: some arrays, what is computed, and the headers that every program has.
 */
#include <complex.h>
#include <math.h>
#include <ppar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { N = 4096, M = 200 };

struct item {
    struct item *next;
    double cost;
};

static int n = N, m = M;
int found, rejected, index_of[N], bin[N], first[N + 1];
unsigned raw[N], word[N];
double a[N], b[N], x[N], cost[N], result[N], grid[N][M], limit, step = 0.1, *sample[N];
char folder[N][64];
struct item *list, *items[N];

static double simulate(double start)
{
    return exp(-start) * cos(start);
}

static double read_value(const char *path)
{
    double value = 0;
    FILE *file = fopen(path, "r");
    if (file) {
        if (fscanf(file, "%lf", &value) != 1)
            value = 0;
        fclose(file);
    }
    return value;
}
