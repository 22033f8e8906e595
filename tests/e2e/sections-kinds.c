/* verdict: trusted */
/* Functions that may be replaced when the program is linked, so that ppcc takes them for unknown:
 * what clauses say of them arrives, whatever kind of memory it is. */
#include <stdio.h>
#include <stdlib.h>

#define UNSEEN __attribute__((weak))

enum { N = 61, W = 37 };

struct particle {
    double x[3], v[3];
    int cell, age;
};

UNSEEN void fill(double *to, const double *from, int w, double seed)
{
    for (int k = 0; k < w; k++)
        to[k] = seed + (from ? from[k] : k);
}

UNSEEN void relax(double *row, int w)
{
    for (int k = 1; k < w; k++)
        row[k] = row[k] / 2 + row[k - 1];
}

UNSEEN double total(const double *row, int w)
{
    double sum = 0;
    for (int k = 0; k < w; k++)
        sum += row[k] * (k + 1);
    return sum;
}

UNSEEN void move(struct particle *p, int i)
{
    for (int k = 0; k < 3; k++)
        p->x[k] += p->v[k] * (i + 1);
    p->cell = i % 7;
}

UNSEEN int split(double value, int *whole, double *rest)
{
    *whole = (int)value;
    *rest = value - *whole;
    return *whole % 2;
}

UNSEEN void show(int i, double value)
{
    printf("%d: %g\n", i, value);
}

static double a[N * W], b[N * W], matrix[N][W];
static struct particle particles[N];
static double result[N + 4];
static int flag[N];

static void print(const char *name, const double *p, int n)
{
    double sum = 0;
    for (int k = 0; k < n; k++)
        sum = sum * 0.9 + p[k];
    printf("%s %.17g %.17g\n", name, sum, p[n / 2]);
}

static void blocks(double *heap, double **rows, int n, int w)
{
#pragma ppar for in(b[i * w : w]) out(heap[i * w : w])
    for (int i = 0; i < n; i++)
        fill(heap + i * w, b + i * w, w, i);
    print("heap", heap, n * w);
#pragma ppar for inout(heap[i * w : w])
    for (int i = n - 1; i >= 0; i--)
        relax(heap + i * w, w);
    print("relaxed", heap, n * w);
#pragma ppar for out(rows[i][0 : w])
    for (unsigned i = 0; i < (unsigned)n; i += 3)
        fill(rows[i], NULL, w, i);
    for (int i = 0; i < n; i++)
        print("row", rows[i], w);
#pragma ppar for out(heap[i * w : w - 40])
    for (int i = 0; i < n; i++)
        fill(heap + i * w, NULL, w - 40, i);
    print("nothing", heap, n * w);
}

static void arrays(void)
{
    double buffer[W];
#pragma ppar for collapse(2) out(matrix[y][x])
    for (int y = 0; y < N; y++)
        for (long x = 0; x < W; x++)
            fill(&matrix[y][x], NULL, 1, y * 100 + x);
    print("matrix", matrix[0], N * W);
#pragma ppar for in(particles[i].v) inout(particles[i].x) out(particles[i].cell)
    for (int i = 0; i < N; i++) {
        move(&particles[i], i);
        particles[i].age += particles[i].cell;
    }
    for (int i = 0; i < N; i += 10)
        printf("%g %d %d\n", particles[i].x[2], particles[i].cell, particles[i].age);
#pragma ppar for in(b[i * W : W]) out(buffer)
    for (int i = 0; i < N; i++) {
        fill(buffer, b + i * W, W, i);
        result[i] = buffer[0] + buffer[W - 1];
    }
    print("scratch", result, N);
#pragma ppar for in(result[i : 4])
    for (int i = 0; i < N; i++)
        result[i] = total(&result[i], 4);
    print("later", result, N);
}

static double twice(const double *p)
{
    double i = total(p, W);
    return 2 * i;
}

static void ways(void)
{
    int odd = 0;
#pragma ppar for inout(a[i * W : W])
    for (int i = 0; i < N; i++)
        if (flag[i])
            relax(a + i * W, W);
    print("some", a, N * W);
#pragma ppar for inout(a[i * W : W])
    for (int i = 0; i < N; i++)
        for (int k = 0; k < i % 5; k++)
            relax(a + i * W, W);
    print("often", a, N * W);
#pragma ppar for in(a[i * W : W])
    for (int i = 0; i < N; i++)
        result[i] = twice(a + i * W);
    print("callee", result, N);
#pragma ppar for in(a[i])
    for (int i = 0; i < N; i++) {
        int whole = -1;
        double rest = -1;
        odd += split(a[i], &whole, &rest);
        result[i] = whole + rest / 2;
    }
    print("own", result, N);
    printf("odd %d\n", odd);
#pragma ppar for in(result[i])
    for (int i = 0; i < N; i++)
        show(i, result[i]);
}

int main(void)
{
    double *heap = calloc(N * W, sizeof *heap), **rows = calloc(N, sizeof *rows);
    if (!heap || !rows)
        return 1;
    for (int i = 0; i < N; i++) {
        rows[i] = calloc(W, sizeof **rows);
        if (!rows[i])
            return 1;
        flag[i] = i * 7 % 3 == 0;
        for (int k = 0; k < 3; k++)
            particles[i].v[k] = i + k;
    }
    for (int k = 0; k < N * W; k++) {
        a[k] = k % 11 * 0.25;
        b[k] = k % 13 * 0.5;
    }
    blocks(heap, rows, N, W);
    arrays();
    ways();
    for (int i = 0; i < N; i++)
        free(rows[i]);
    free(rows);
    free(heap);
    return 0;
}
