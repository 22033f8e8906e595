/* status: 1 */
#include <stdint.h>
#include <stdlib.h>

double simulate(double x);
#pragma ppar effects(pure)
double simulate(double x);

struct node {
    struct node *next;
    double value;
};

static double sum_of(const struct node *n)
{
    double sum = 0;
    for (; n; n = n->next)
        sum += n->value;
    return sum;
}

void results_that_point(const double **best, const double *x)
{
#pragma ppar for checkpoint("a.log")
    for (int i = 0; i < 100; i++)
        best[i] = &x[(int)x[i] & 15];
}

struct found {
    const double *where;
    double value;
};

void results_with_pointers(struct found *found, const double *x)
{
#pragma ppar for checkpoint("a.log")
    for (int i = 0; i < 100; i++)
        found[i] = (struct found){&x[i], x[i]};
}

void a_list(double *restrict result, struct node **list)
{
#pragma ppar for checkpoint("a.log") independent(result)
    for (int i = 0; i < 100; i++)
        result[i] = sum_of(list[i]);
}

void addresses(uintptr_t *result, const double *x)
{
#pragma ppar for checkpoint("a.log")
    for (int i = 0; i < 100; i++)
        result[i] = (uintptr_t)&x[i] % 64;
}

void the_best_one(const double *x, int n)
{
    const double *where = x;
    double most = -1;
#pragma ppar for checkpoint("a.log")
    for (int i = 0; i < n; i++)
        if (x[i] > most) {
            most = x[i];
            where = &x[i];
        }
    exit(where - x > 3);
}

void through_an_index(double *restrict result, const double *restrict x, const int *restrict index)
{
#pragma ppar for checkpoint("a.log")
    for (int i = 0; i < 100; i++)
        result[i] = simulate(x[index[i]]);
}

void appended(double *out, const double *x)
{
    double *p = out;
#pragma ppar for checkpoint("a.log")
    for (int i = 0; i < 100; i++)
        if (x[i] > 0)
            *p++ = x[i];
    exit(p > out);
}
