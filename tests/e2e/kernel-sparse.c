/* flags: -O1 -lm */
/* A sparse matrix in compressed rows: its product with a vector, and its rows scaled in place. */
#include <stdio.h>
#include <stdlib.h>

struct csr {
    int rows;
    int *start;   /* of each row, and the end of the last */
    int *column;
    double *value;
};

static void multiply(const struct csr *m, const double *x, double *y)
{
#pragma ppar for
    for (int i = 0; i < m->rows; i++) {
        double sum = 0;
        for (int k = m->start[i]; k < m->start[i + 1]; k++)
            sum += m->value[k] * x[m->column[k]];
        y[i] = sum;
    }
}

/* Every row is divided by the sum of its values. */
static void normalize(struct csr *m)
{
#pragma ppar for
    for (int i = 0; i < m->rows; i++) {
        double sum = 0;
        for (int k = m->start[i]; k < m->start[i + 1]; k++)
            sum += m->value[k];
        for (int k = m->start[i]; k < m->start[i + 1]; k++)
            m->value[k] /= sum;
    }
}

static void *get(size_t size)
{
    void *block = malloc(size);
    if (!block)
        exit(1);
    return block;
}

int main(void)
{
    enum { N = 200 };
    struct csr m = {N, get((N + 1) * sizeof(int)), get(5 * N * sizeof(int)),
                    get(5 * N * sizeof(double))};
    double *x = get(N * sizeof *x), *y = get(N * sizeof *y);
    int count = 0;
    for (int i = 0; i < N; i++) {
        m.start[i] = count;
        x[i] = i % 9 - 4;
        for (int k = 0; k < 1 + i % 5; k++) {
            m.column[count] = (i * 13 + k * 29) % N;
            m.value[count++] = 1 + (i + k) % 4;
        }
    }
    m.start[N] = count;
    multiply(&m, x, y);
    normalize(&m);
    multiply(&m, y, x);
    for (int i = 0; i < N; i++)
        printf("%a %a\n", x[i], y[i]);
    free(m.start);
    free(m.column);
    free(m.value);
    free(x);
    free(y);
    return 0;
}
