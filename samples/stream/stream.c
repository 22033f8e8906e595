/*
 * Where a population goes that grows by r x (1 - x) from year to year: to one size, to two in turn,
 * or nowhere. Each iteration follows one r for long and counts where x has been; as soon as it is
 * done, its line of the picture is drawn, while later lines are still being computed.
 *
 *     stream [LINES [YEARS]]     the picture on stdout, and finer, as a grey map, in stream.pgm
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { COLUMNS = 64, PIXELS = 512, MOST = 400, SETTLE = 1000 };

static double exponent[MOST];         /* above 0: chaos */
static unsigned visits[MOST][PIXELS]; /* of each size of the population */

static void follow(int line, double r, long years)
{
    double x = 0.5, sum = 0;
    for (long year = 0; year < SETTLE + years; year++) {
        x = r * x * (1 - x);
        if (year < SETTLE)
            continue;
        visits[line][(int)(x * PIXELS)]++;
        sum += log(fabs(r * (1 - 2 * x)) + 1e-300);
    }
    exponent[line] = sum / (double)years;
}

/* Darker where the population has been more often. */
static void draw_pixels(FILE *picture, const unsigned *row, long years)
{
    for (int k = 0; k < PIXELS; k++)
        putc((int)(255 * exp(-40.0 * row[k] / (double)years)), picture);
}

static void draw_text(double r, const unsigned *row, long years)
{
    static const char ink[] = " .:+*#";
    printf("%.4f |", r);
    for (int column = 0; column < COLUMNS; column++) {
        double part = 0;
        for (int k = 0; k < PIXELS / COLUMNS; k++)
            part += row[column * PIXELS / COLUMNS + k] / (double)years;
        putchar(ink[part > 0 ? (int)fmin(5, 1 + 12 * part) : 0]);
    }
}

static int chaotic; /* lines so far */

static void draw(FILE *picture, int line, double r, long years)
{
    draw_text(r, visits[line], years);
    draw_pixels(picture, visits[line], years);
    chaotic += exponent[line] > 0;
    printf("| %6.3f %3.0f%%\n", exponent[line], 100.0 * chaotic / (line + 1));
    fflush(stdout);
}

int main(int count, char **args)
{
    int lines = count > 1 ? atoi(args[1]) : 40;
    long years = count > 2 ? atol(args[2]) : 4000000;
    FILE *picture = fopen("stream.pgm", "wb");
    if (!picture || lines < 2 || lines > MOST || years < 1) {
        fprintf(stderr, "usage: stream [LINES [YEARS]], up to %d lines\n", MOST);
        return 2;
    }
    fprintf(picture, "P5\n%d %d\n255\n", PIXELS, lines);
#pragma ppar for after(draw(picture, line, 2.9 + 1.1 * line / lines, years))
    for (int line = 0; line < lines; line++) {
        follow(line, 2.9 + 1.1 * line / lines, years);
#ifndef _PPAR /* another compiler does not know the clause */
        draw(picture, line, 2.9 + 1.1 * line / lines, years);
#endif
    }
    return fclose(picture) != 0;
}
