/* verdict: guarded */
/* What is sent of rows: some elements, perhaps, members, blocks, columns, the last iteration's, in
 * callees, in tables of records and of two dimensions. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 30, W = 24 };

struct point {
    short x;
    double y;
    char name[5];
};

struct list {
    int length;
    double *data;
    int *mark;
};

static long sum_of(const void *memory, size_t size)
{
    const unsigned char *byte = memory;
    long sum = 0;
    for (size_t k = 0; k < size; k++)
        sum = (sum * 31 + byte[k]) % 1000003;
    return sum;
}

static void show(const char *what, void **m, size_t width)
{
    long sum = 0;
    for (int i = 0; i < N; i++)
        sum = (sum * 7 + sum_of(m[i], width)) % 1000003;
    printf("%-10s %ld\n", what, sum);
}

static void **make(size_t width)
{
    void **m = malloc(N * sizeof *m);
    for (int i = 0; m && i < N; i++) {
        m[i] = malloc(width);
        if (!m[i])
            exit(2);
        for (size_t k = 0; k < width; k++)
            ((unsigned char *)m[i])[k] = (unsigned char)(i * 3 + k % 100);
    }
    return m;
}

static void perhaps(int **m, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < W; j++)
            if ((m[i][j] ^ i) % 3 == 0)
                m[i][j] = i - j;
}

static void parts(struct point **m, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 1; j < W; j += 3) {
            m[i][j].x = (short)(i + j);
            m[i][j].y = m[i][j - 1].x;
            memcpy(m[i][j].name, "abcd", 5);
        }
}

static void columns(long **m, int n)
{
#pragma ppar for
    for (int j = 0; j < W; j++)
        for (int i = 1; i < n; i++)
            m[i][j] += m[i - 1][j] + j;
}

static void last(long **m, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
            m[k][2 * k % 5] = i * k;
}

static void fill(char *row, int from, int to)
{
    memset(row + from, 'a' + to - from, (size_t)(to - from));
}

static void triangle(char **m, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        fill(m[i], 0, W / 2);
        for (int j = W / 2; j < W - i % 2; j++)
            m[i][j] = (char)('A' + j);
        for (int j = 0; j < W; j++)
            if (j < i)
                m[i][j]++;
    }
}

static void records(struct list *list, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        list[i].length += i;
        for (int j = 0; j < 8; j++) {
            list[i].data[j] = list[i].length + j;
            if (j % 2 == i % 2)
                list[i].mark[j] = i;
        }
    }
}

static double *grid[4][5];

static void cells(int n)
{
#pragma ppar for
    for (int y = 0; y < n; y++)
        for (int x = 0; x < 5; x++) {
            double *cell = grid[y][x];
            for (int k = 2; k < W; k++)
                cell[k] = cell[k] + cell[k - 2] + x * y;
        }
}

static void before(double **m, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        double *end = m[i] + W;
        for (int j = 1; j <= W; j++)
            end[-j] = i * j;
    }
}

int main(void)
{
    int **ints = (int **)make(W * sizeof(int));
    perhaps(ints, N);
    perhaps(ints + 3, 0);
    show("perhaps", (void **)ints, W * sizeof(int));

    struct point **points = (struct point **)make(W * sizeof(struct point));
    parts(points, N);
    show("parts", (void **)points, W * sizeof(struct point));

    long **longs = (long **)make(W * sizeof(long));
    for (int i = 0; i < N; i++)
        for (int j = 0; j < W; j++)
            longs[i][j] = i * j % 11;
    columns(longs, N);
    last(longs, N);
    show("columns", (void **)longs, W * sizeof(long));

    char **chars = (char **)make(W);
    triangle(chars, N);
    show("triangle", (void **)chars, W);

    double **doubles = (double **)make(W * sizeof(double));
    before(doubles, N);
    for (int k = 0; k < 20; k++)
        grid[k / 5][k % 5] = doubles[(k * 7) % 20];
    cells(4);
    grid[2][2] = grid[3][1];
    cells(4);
    show("cells", (void **)doubles, W * sizeof(double));

    struct list list[N];
    for (int i = 0; i < N; i++)
        list[i] = (struct list){i * i, doubles[i], ints[i]};
    records(list, N);
    list[7].data = list[8].data;
    records(list, N);
    list[9].mark = (int *)list[8].data;
    records(list + 1, 5);
    show("records", (void **)doubles, W * sizeof(double));
    show("marks", (void **)ints, W * sizeof(int));
    printf("%d %d\n", list[3].length, list[29].length);
    return 0;
}
