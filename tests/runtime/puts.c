/* Stretches of results that overlap, touch, contain each other or lie apart, in any order, exact
 * and perhaps unwritten: each byte that an iteration names arrives, whatever is named beside it. */
#include "check.h"

#include <stdio.h>

enum { ROWS = 3000, ROW = 16, PUTS = 4 };

static unsigned next_random(unsigned *state)
{
    *state = *state * 1103515245u + 12345u;
    return *state >> 16;
}

/* One iteration: PUTS stretches of its row, and what it writes is what it names. */
static void write_row(struct ppar_loop *loop, unsigned char (*rows)[ROW], int i, int outputs)
{
    unsigned state = (unsigned)i * 2654435761u + 99;
    for (int k = 0; k < PUTS; k++) {
        int output = (int)(next_random(&state) % (unsigned)outputs);
        int start = (int)(next_random(&state) % ROW);
        int length = 1 + (int)(next_random(&state) % (unsigned)(ROW - start));
        int is_maybe = next_random(&state) % 4 == 0;
        long long at = (long long)i * ROW + start;
        for (int n = 0; n < length; n++)
            rows[output * ROWS + i][start + n] = (unsigned char)(i * 31 + k * 7 + n + 1);
        if (is_maybe)
            ppar_put_maybe(loop, output, at, length);
        else
            ppar_put(loop, output, at, length);
    }
}

static void run_rows(int outputs, int schedule, unsigned long long chunk)
{
    static unsigned char rows[2 * ROWS][ROW];
    struct ppar_loop ppar = LOOP(ROWS, .schedule = schedule, .chunk = chunk);
    for (int k = 0; k < outputs; k++)
        ppar_output(&ppar, rows[k * ROWS], 0, ROWS * ROW);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            write_row(&ppar, rows, i, outputs);
        ppar_commit(&ppar);
    }
    unsigned long sum = 0;
    for (int i = 0; i < outputs * ROWS; i++) {
        for (int n = 0; n < ROW; n++)
            sum = (sum * 31 + rows[i][n]) % 1000000007;
        if (i % 100 == 0)
            printf("%d %lu\n", i, sum);
    }
}

static void one_output(void)
{
    run_rows(1, PPAR_AUTO, 0);
}

static void two_outputs(void)
{
    run_rows(2, PPAR_STATIC, 0);
}

static void small_chunks(void)
{
    run_rows(2, PPAR_DYNAMIC, 3);
}

int main(void)
{
    check_equivalent("one output", one_output, "");
    check_equivalent("two outputs", two_outputs, "");
    check_equivalent("small chunks", small_chunks, "");
    return check_status();
}
