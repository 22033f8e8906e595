/* verdict: trusted */
/* Functions of "another file", as declared effects tell of them: rows, scratch buffers, elements that
 * are updated through their address, blocks, output. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct body {
    double x[3], v[3];
    int moves;
};

struct grid {
    int width;
    double *cell;
};

#pragma ppar effects(in(g->cell[0 : g->width]) out(row[0 : length]))
void blur(double *row, const struct grid *g, int length, int y) __asm__("here_blur");
#pragma ppar effects(out(buffer[0 : length]))
void fill(int *buffer, int length, int seed) __asm__("here_fill");
#pragma ppar effects(inout(b->x) inout(b->v, b->moves))
void move(struct body *b, double dt) __asm__("here_move");
#pragma ppar effects(in(text) fresh)
char *join(const char *text, int n) __asm__("here_join");
#pragma ppar effects(frees(text))
void drop(char *text) __asm__("here_drop");
#pragma ppar effects(stdout)
void tell(int i, double x) __asm__("here_tell");

static double rows[40][30];
static int buffer[64], sums[50];
static struct body bodies[40];
static long lengths[40];

int main(void)
{
    double cell[30];
    struct grid grid = {30, cell};
    for (int i = 0; i < 30; i++)
        cell[i] = i * i % 17;
#pragma ppar for
    for (int y = 0; y < 40; y++)
        blur(rows[y], &grid, y % 30, y);
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        fill(buffer, 64, i);
        for (int k = 0; k < 64; k++)
            sums[i] += buffer[k];
    }
#pragma ppar for
    for (int i = 0; i < 40; i++) {
        move(&bodies[i], i);
        if (i % 3 == 0)
            move(&bodies[i], 0.5);
    }
#pragma ppar for
    for (int i = 0; i < 40; i++) {
        char *text = join("word", i);
        if (text)
            lengths[i] = (long)strlen(text);
        drop(text);
    }
#pragma ppar for
    for (int i = 0; i < 40; i++)
        tell(i, rows[i][3]);
    for (int i = 0; i < 40; i++) {
        for (int k = 0; k < 30; k++)
            printf("%g ", rows[i][k]);
        printf("%d %g %g %d %ld\n", sums[i], bodies[i].x[1], bodies[i].v[2], bodies[i].moves,
               lengths[i]);
    }
    printf("%d\n", buffer[63]);
    return 0;
}

void here_blur(double *row, const struct grid *g, int length, int y);
void here_blur(double *row, const struct grid *g, int length, int y)
{
    for (int i = 0; i < length; i++)
        row[i] = g->cell[(i + y) % g->width] / 2;
}

void here_fill(int *target, int length, int seed);
void here_fill(int *target, int length, int seed)
{
    for (int i = length; i-- > 0;)
        target[i] = i * seed % 31;
}

void here_move(struct body *b, double dt);
void here_move(struct body *b, double dt)
{
    for (int k = 0; k < 3; k++)
        if ((int)dt % 2)
            b->x[k] += (b->v[k] += dt);
    b->moves++;
}

char *here_join(const char *text, int n);
char *here_join(const char *text, int n)
{
    char *made = n % 7 ? malloc(strlen(text) * (size_t)n + 1) : NULL;
    for (int i = 0; made && i < n; i++)
        memcpy(made + strlen(text) * (size_t)i, text, strlen(text) + 1);
    return made;
}

void here_drop(char *text);
void here_drop(char *text)
{
    free(text);
}

void here_tell(int i, double x);
void here_tell(int i, double x)
{
    printf("row %d: %g\n", i, x);
}
