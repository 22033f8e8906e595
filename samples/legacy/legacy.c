/*
 * Code as it was written in 1988, left as it is: a log of weather stations is parsed with strtok in
 * one global line buffer, the numbers wait in global variables, and the answer is left in a static
 * buffer for whoever called.
 *
 *     legacy [records]
 *
 * Under threads every one of these buffers is a race. ppcc runs the iterations in processes, and
 * each has its own.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LINE_LEN 80
#define FIELDS   4
#define TABLE    121

static char line[LINE_LEN];      /* the record being parsed; strtok cuts it up */
static char station[LINE_LEN];   /* its station */
static double field[FIELDS];     /* temperature, humidity, pressure, wind */
static char answer[LINE_LEN];    /* what describe() says */
static double saturation[TABLE]; /* water vapour pressure from -60 to 60 degrees, in hPa */

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void init_table(void)
{
    int t;

    for (t = 0; t < TABLE; t++)
        saturation[t] = 6.112 * exp(17.62 * (t - 60) / (243.12 + (t - 60)));
}

/* A record as the log has it: "STN042 12.5, 67.0; 1013.2 5.4" */
static void make_record(char *record, int i)
{
    unsigned x = 12345u + 7919u * (unsigned)i;

    sprintf(record, "STN%03d %.1f, %.1f; %.1f %.1f", i % 1000, -20.0 + (double)(x % 550) / 10.0,
            10.0 + (double)(x / 7 % 900) / 10.0, 960.0 + (double)(x / 11 % 800) / 10.0,
            (double)(x / 13 % 300) / 10.0);
}

/* Cuts RECORD, which begins with its station, into `station` and `field`; missing fields are 0. */
static void parse(const char *record)
{
    char *word;
    int k;

    strcpy(line, record);
    word = strtok(line, " ,;");
    strcpy(station, word);
    for (k = 0; k < FIELDS; k++) {
        word = strtok(NULL, " ,;");
        field[k] = word != NULL ? atof(word) : 0.0;
    }
}

/* Wet bulb temperature, by bisection: slow, so that there is something to share out. */
static double wet_bulb(void)
{
    double low, high, middle, vapour;
    int step, t, round;

    middle = 0.0;
    for (round = 0; round < 100; round++) {
        t = (int)floor(field[0]) + 60;
        if (t < 0)
            t = 0;
        if (t > TABLE - 1)
            t = TABLE - 1;
        vapour = field[1] / 100.0 * saturation[t];
        low = -60.0;
        high = field[0];
        for (step = 0; step < 40; step++) {
            middle = (low + high) / 2.0;
            if (6.112 * exp(17.62 * middle / (243.12 + middle)) -
                    0.000662 * field[2] * (field[0] - middle) >
                vapour)
                high = middle;
            else
                low = middle;
        }
    }
    return middle;
}

/* Leaves its answer in `answer`. */
static void describe(void)
{
    sprintf(answer, "%-8s %6.1f C  %5.1f %%  wet bulb %6.2f C  wind %4.1f m/s", station, field[0],
            field[1], wet_bulb(), field[3]);
}

int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 20000;
    char(*record)[LINE_LEN];
    char(*report)[LINE_LEN];
    double start;
    int i;

    if (n < 1)
        n = 1;
    record = malloc((size_t)n * sizeof *record);
    report = malloc((size_t)n * sizeof *report);
    if (record == NULL || report == NULL) {
        perror("legacy");
        return 1;
    }
    init_table();
    for (i = 0; i < n; i++)
        make_record(record[i], i);

    start = now();
#pragma ppar for
    for (i = 0; i < n; i++) {
        parse(record[i]);
        describe();
        strcpy(report[i], answer);
    }
    fprintf(stderr, "%s: %d records in %.2f s\n", argv[0], n, now() - start);

    for (i = 0; i < n; i++)
        puts(report[i]);
    free(report);
    free(record);
    return 0;
}
