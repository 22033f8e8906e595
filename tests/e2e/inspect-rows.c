/* verdict: guarded */
/* Rows of sparse matrices: some empty, one that goes back, rows out of order, rows that overlap,
 * with pointers of several types, both ways, blocks, and several loops through one row. */
#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 60, ENTRIES = 600 };

static double value[3 * ENTRIES];
static int col[ENTRIES];
static double x[50];

static void start(void)
{
    for (int k = 0; k < 3 * ENTRIES; k++)
        value[k] = 1 + k % 13;
    for (int k = 0; k < ENTRIES; k++)
        col[k] = k * 31 % 50;
    for (int k = 0; k < 50; k++)
        x[k] = 0.5 + k / 50.0;
}

static void show(const char *what)
{
    double sum = 0;
    for (int k = 0; k < 3 * ENTRIES; k++)
        sum = sum * 0.999 + value[k];
    printf("%s %a\n", what, sum);
}

static void scale(const int *restrict ptr, int rows)
{
#pragma ppar for
    for (int i = 0; i < rows; i++)
        for (int k = ptr[i]; k < ptr[i + 1]; k++)
            value[k] = value[k] * x[col[k]] + i;
}

static void scale_back(const long *restrict ptr, int rows)
{
#pragma ppar for
    for (int i = rows - 1; i >= 0; i--)
        for (long k = ptr[i + 1] - 1; k >= ptr[i]; k--)
            if (value[k] > 3)
                value[k] = value[k] * 0.75 + i;
}

static void normalize(const size_t *restrict ptr, int rows)
{
#pragma ppar for
    for (int i = 0; i < rows; i++) {
        double sum = 0;
        for (size_t k = ptr[i]; k < ptr[i + 1]; k++)
            sum += value[k];
        for (size_t k = ptr[i]; k < ptr[i + 1]; k++)
            value[k] /= sum + 1;
    }
}

static void blocks(const unsigned *restrict ptr, int rows)
{
#pragma ppar for
    for (int i = 0; i < rows; i++)
        for (unsigned k = ptr[i]; k < ptr[i + 1]; k++)
            for (int d = 0; d < 3; d++)
                value[3 * (long)k + d] += 0.25 * i + d;
}

static void sort(const int *restrict begin, const int *restrict end, int rows)
{
#pragma ppar for
    for (int i = 0; i < rows; i++)
        for (int k = begin[i]; k < end[i]; k++)
            for (int l = begin[i]; l < k; l++)
                if (value[k] < value[l]) {
                    double swap = value[k];
                    value[k] = value[l];
                    value[l] = swap;
                }
}

static void run_all(const char *what, const int *ptr, int rows)
{
    long longs[ROWS + 1];
    size_t sizes[ROWS + 1];
    unsigned unsigneds[ROWS + 1];
    for (int i = 0; i <= rows; i++)
        sizes[i] = unsigneds[i] = (unsigned)(longs[i] = ptr[i]);
    puts(what);
    start();
    scale(ptr, rows);
    show("scale");
    scale_back(longs, rows);
    show("back");
    normalize(sizes, rows);
    show("normalize");
    blocks(unsigneds, rows);
    show("blocks");
    sort(ptr, ptr + 1, rows);
    show("sort");
}

int main(void)
{
    int ptr[ROWS + 1], begin[ROWS], end[ROWS];
    for (int i = 0; i <= ROWS; i++)
        ptr[i] = i * i / 6;
    run_all("rows", ptr, ROWS);
    run_all("one row", ptr + 20, 1);
    run_all("no row", ptr, 0);
    ptr[30] = ptr[20];
    run_all("back", ptr, ROWS);
    for (int i = 0; i <= ROWS; i++)
        ptr[i] = ENTRIES - i * i / 6;
    run_all("descending", ptr, ROWS);
    for (int i = 0; i < ROWS; i++) {
        begin[i] = 9 * (i * 7 % ROWS);
        end[i] = begin[i] + 5;
    }
    start();
    sort(begin, end, ROWS);
    show("out of order");
    for (int i = 0; i < ROWS; i++)
        begin[i] = 9 * i, end[i] = 9 * i + 10;
    sort(begin, end, ROWS);
    show("overlapping");
    for (int i = 0; i < ROWS; i++)
        end[i] = 9 * i + 9;
    sort(begin, end, ROWS);
    show("apart");
    return 0;
}
