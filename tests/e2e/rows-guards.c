/* verdict: guarded */
/* Tables of rows, sound ones and others: rows in any order, one twice, rows that overlap by an
 * element, rows in the table, rows that are another argument, null pointers, a table that ends
 * before the loop does. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 40, WIDTH = 30 };

static double store[ROWS * WIDTH + WIDTH];

static void start(double **m, int distance)
{
    for (int k = 0; k < ROWS * WIDTH + WIDTH; k++)
        store[k] = k % 17 + 0.25 * (k % 5);
    for (int i = 0; i < ROWS; i++)
        m[i] = store + i * distance;
}

static void show(const char *what)
{
    double sum = 0;
    for (int k = 0; k < ROWS * WIDTH + WIDTH; k++)
        sum = sum * 0.999 + store[k];
    printf("%-12s %a\n", what, sum);
}

static void along(double **m, int rows, int width)
{
#pragma ppar for
    for (int i = 0; i < rows; i++)
        for (int j = 1; j < width; j++)
            m[i][j] = 0.5 * m[i][j] + m[i][j - 1];
}

static void back(double **m, int rows, int width)
{
#pragma ppar for
    for (int i = rows - 1; i > 0; i--)
        for (int j = 0; j < width; j++)
            m[i][j] += m[i - 1][j];
}

static void from(double **m, const double *other, int rows, int width)
{
#pragma ppar for
    for (int i = 0; i < rows; i++) {
        double *row = m[i];
        for (int j = 0; j < width; j++)
            row[j] = 0.5 * row[j] + other[j];
    }
}

static void both(double **m, double **from, int rows, int width)
{
#pragma ppar for
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < width; j++)
            m[i][j] += from[rows - 1 - i][width - 1 - j];
}

static void some(double **m, int known, int rows, int width)
{
#pragma ppar for
    for (int i = 0; i < rows; i++)
        if (i < known)
            for (int j = 0; j < width; j++)
                m[i][j] = m[i][j] * 1.5 + i;
}

static void present(double **m, int rows, int width)
{
#pragma ppar for
    for (int i = 0; i < rows; i++)
        if (m[i])
            for (int j = 0; j < width; j++)
                m[i][j] = m[i][j] * 1.5 + i;
}

/* The letters may be those of the table's own pointers. */
static void mark(char **names, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        names[i][0] = (char)('a' + i);
        names[i][1] = (char)(names[i][0] + 1);
    }
}

static void all(double **m, const char *what)
{
    char text[40];
    along(m, ROWS, WIDTH);
    back(m, ROWS, WIDTH);
    snprintf(text, sizeof text, "%s", what);
    show(text);
    from(m, m[3], ROWS, WIDTH);
    from(m, store + ROWS * WIDTH, ROWS - 1, WIDTH);
    both(m, m, ROWS, WIDTH);
    both(m, m + ROWS / 2, ROWS / 2, WIDTH);
    show("  together");
}

int main(void)
{
    double **m = malloc(ROWS * sizeof *m), *t;
    if (!m)
        return 2;
    start(m, WIDTH);
    all(m, "ascending");
    for (int i = 0; i < ROWS / 2; i++) {
        t = m[i];
        m[i] = m[ROWS - 1 - i];
        m[ROWS - 1 - i] = t;
    }
    all(m, "descending");
    for (int i = 0; i < ROWS; i++) {
        int k = i * 7 % ROWS;
        t = m[i];
        m[i] = m[k];
        m[k] = t;
    }
    all(m, "mixed");
    m[8] = m[30];
    all(m, "twice");
    start(m, WIDTH - 1);
    all(m, "overlapping");
    start(m, WIDTH);
    m[20] = m[21] + 1;
    all(m, "one element");
    start(m, WIDTH);
    m[5] = m[9] = m[39] = NULL;
    present(m, ROWS, WIDTH);
    show("null");
    m[7] = m[8];
    present(m, ROWS, WIDTH);
    show("null, twice");
    start(m, WIDTH);
    double *few[3] = {store, store + 500, store + 100};
    some(few, 3, 100000, WIDTH);
    some(few, 3, 3, WIDTH);
    show("few");

    char letters[ROWS][2], *names[ROWS];
    memset(letters, 'z', sizeof letters);
    for (int i = 0; i < ROWS; i++)
        names[i] = letters[i];
    mark(names, 20);
    names[9] = names[4] + 1;
    mark(names, 20);
    for (int i = 0; i < 20; i++)
        putchar(letters[i][0]);
    putchar('\n');
    /* the last name lies in the table, where a pointer lies that is not used any more */
    names[19] = (char *)&names[3];
    mark(names + 4, 16);
    printf("%.2s\n", (char *)&names[3]);
    free(m);
    return 0;
}
