/* Outputs that are rows behind a table of pointers. */
#include "check.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { ROWS = 50, WIDTH = 12 };

static int store[2 * ROWS * WIDTH];

/* In an order of their own, with a gap behind each. */
static void lay_out(int **row)
{
    for (int i = 0; i < ROWS; i++)
        row[i] = store + 2 * WIDTH * (i * 7 % ROWS);
}

static void show(void)
{
    long sum = 0;
    for (int k = 0; k < 2 * ROWS * WIDTH; k++)
        sum = (sum * 31 + store[k]) % 1000003;
    printf("%ld\n", sum);
}

static void fill(int *row, int i, int first)
{
    for (int j = first; j < WIDTH; j++)
        row[j] = i * 100 + j;
}

/* Whole rows, parts of them, and single places. */
static void stretches(void)
{
    int *row[ROWS];
    lay_out(row);
    struct ppar_loop ppar = LOOP(ROWS);
    const struct ppar_rows rows = ppar_rows(row, 0, sizeof *row, 0, ROWS, 0, 4 * WIDTH);
    PPAR_GUARD(&ppar, ppar_rows_differ(rows), "they overlap");
    const long long pitch = ppar_output_rows(&ppar, rows);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            fill(row[i], i, i % 5);
            if (i % 5 == 4) {
                for (int j = 4; j < WIDTH; j++)
                    ppar_wrote(&ppar, 0, &row[i][j], sizeof row[i][j]);
            } else {
                ppar_put(&ppar, 0, pitch * i + 4 * (i % 5), 4 * (WIDTH - i % 5));
            }
        }
        ppar_commit(&ppar);
    }
    show();
}

/* The same places by every iteration; the last one's values stay. */
static void shared(void)
{
    int *row[ROWS];
    lay_out(row);
    struct ppar_loop ppar = LOOP(ROWS, .flags = PPAR_ORDERED);
    const long long pitch =
        ppar_output_rows(&ppar, ppar_rows(row, 0, sizeof *row, 0, ROWS, 0, 4 * WIDTH));
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            fill(row[i / 2], i, 0);
            ppar_put(&ppar, 0, pitch * (i / 2), 4 * WIDTH);
        }
        ppar_commit(&ppar);
    }
    show();
}

/* Rows that are perhaps written, on pages that cannot be read. */
static void perhaps(void)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *memory =
        mmap(NULL, ROWS * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char *row[ROWS];
    for (int i = 0; i < ROWS; i++) {
        row[i] = memory + (size_t)i * page;
        if (i % 3 == 0)
            mprotect(row[i], page, PROT_NONE);
    }
    struct ppar_loop ppar = LOOP(ROWS);
    const long long pitch =
        ppar_output_rows(&ppar, ppar_rows(row, 0, sizeof *row, 0, ROWS, 0, (long long)page));
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            if (i % 3 != 0)
                row[i][i] = (char)i;
            ppar_put_maybe(&ppar, 0, pitch * i, (long long)page);
        }
        ppar_commit(&ppar);
    }
    for (int i = 0; i < ROWS; i++)
        printf("%d ", i % 3 ? row[i][i] : 0);
    printf("\n");
}

/* A guard that fails, and a table that is no table: serial. */
static void serial(void)
{
    int *row[ROWS];
    lay_out(row);
    row[3] = row[4] + WIDTH - 1;
    struct ppar_loop ppar = LOOP(ROWS);
    const struct ppar_rows rows = ppar_rows(row, 0, sizeof *row, 0, ROWS, 0, 4 * WIDTH);
    PPAR_GUARD(&ppar, ppar_rows_differ(rows), "they overlap");
    const long long pitch = ppar_output_rows(&ppar, rows);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            row[i][0] = row[4][WIDTH - 1] + i;
            ppar_put(&ppar, 0, pitch * i, 4);
        }
        ppar_commit(&ppar);
    }
    show();
}

/* Behind the end of a row: a worker says so instead of writing elsewhere. */
static void outside(void)
{
    int *row[ROWS];
    lay_out(row);
    struct ppar_loop ppar = LOOP(ROWS);
    const long long pitch =
        ppar_output_rows(&ppar, ppar_rows(row, 0, sizeof *row, 0, ROWS, 0, 4 * WIDTH));
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            ppar_put(&ppar, 0, pitch * i + 4, 4 * WIDTH);
        ppar_commit(&ppar);
    }
}

int main(void)
{
    check_equivalent("stretches", stretches, "");
    check_equivalent("shared", shared, "");
    check_equivalent("perhaps", perhaps, "");
    check_equivalent("serial", serial, "");
    struct outcome *outcome = run(serial, "PPAR_WORKERS=3 PPAR_VERBOSE=1");
    check(strstr(outcome->err, "ran serially, 50 trips: they overlap") != NULL, "serial: %s",
          outcome->err);
    outcome = run(stretches, "PPAR_WORKERS=3 PPAR_VERBOSE=1");
    check(strstr(outcome->err, "3 workers, 50 trips") != NULL, "stretches: %s", outcome->err);
    outcome = run(outside, "PPAR_WORKERS=3");
    check(outcome->status != 0 && strstr(outcome->err, "outside of the loop's registered outputs"),
          "outside: %s", outcome->err);
    return check_status();
}
