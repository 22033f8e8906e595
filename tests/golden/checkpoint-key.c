#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ppar.h>

struct cell {
    char kind;
    double value;
    const double *table;
};

static int calls, table[100];
static const char *const names[] = {"a", "b"};

double simulate(double x);
#pragma ppar effects(pure)
double simulate(double x);

/* Elements have parts that do not count; pointers are told by what they lead to. */
void cells(double *result, const struct cell *cell, const double *shared, int n, double scale)
{
    char title[80];
    snprintf(title, sizeof title, "run %d", n);
#pragma ppar for checkpoint("cells.log")
    for (int i = 0; i < n; i++) {
        result[i] = simulate(cell[i].value * scale + shared[i] + table[i % 100] + calls);
        printf("%s %s %g\n", title, names[i & 1], result[i]);
    }
}

/* What the iteration writes first is no input; what it changes is. */
void changed(double *a, int n)
{
    double scratch[10];
#pragma ppar for checkpoint("changed.log")
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < 10; k++)
            scratch[k] = k * a[i];
        a[i] += simulate(scratch[9]);
    }
}

/* The record holds what was there before, where nothing is written. */
void some(double *out, const int *wanted)
{
    double *copy = malloc(100 * sizeof *copy);
    memcpy(copy, out, 100 * sizeof *copy);
#pragma ppar for checkpoint("some.log")
    for (int i = 0; i < 100; i++)
        if (wanted[i])
            copy[i] = simulate(i);
    memcpy(out, copy, 100 * sizeof *copy);
    free(copy);
}

void drawn(double **row, int n, int m)
{
#pragma ppar for checkpoint("drawn.log") seed(n)
    for (int i = 0; i < n; i++)
        for (int k = 0; k < m; k++)
            row[i][k] = row[i][k] * ppar_random();
}

void scaled(double *restrict result)
{
    char home[100];
#pragma ppar for checkpoint("scaled.log")
    for (int i = 0; i < 100; i++) {
        strcpy(home, getenv("HOME") ? getenv("HOME") : "");
        result[i] = simulate((double)strlen(home) + i);
    }
}

double lookup(const int *restrict index)
{
    double *x = malloc(100 * sizeof *x), result[100];
    for (int i = 0; i < 100; i++)
        x[i] = i / 3.0;
#pragma ppar for checkpoint("lookup.log")
    for (int i = 0; i < 100; i++)
        result[i] = simulate(x[index[i]]);
    free(x);
    return result[7];
}
