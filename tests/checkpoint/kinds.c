/* Loops with a log and every kind of result, one after the other, in steps of time. Arguments: the
 * number of iterations, and a number that is an input. */
#include <ppar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 400 };

struct words {
    int n;
    char *text;
};
#pragma ppar pack(struct words : text[n])

static double a[MOST], b[MOST];
static int bins[16], found[MOST * 2];
static struct words words[MOST];
static int status[MOST];

static double simulate(double x, int n)
{
    for (int k = 0; k < n; k++)
        x = x * 0.999 + 0.5 / (1 + x * x);
    return x;
}

/* Output, exact sums, histograms, the best one, numbers that are drawn. */
static void step(int n, int size, double seed)
{
    double total = 0, most = -1;
    int where = -1;
#pragma ppar for checkpoint("kinds.log")
    for (int i = 0; i < n; i++) {
        double x = simulate(seed + i * 0.37 + b[i], size) + ppar_random();
        a[i] = x;
        total += x;
        bins[(int)(x * 64) & 15]++;
        if (x > most) {
            most = x;
            where = i;
        }
        if (i % 7 == 0)
            printf("%d: %.17g\n", i, x);
    }
    printf("total %.17g, most %.17g at %d\n", total, most, where);
}

/* What is changed, appended, and left by the last iteration. */
static void change(int n, int size)
{
    int count = 0;
    double last = 0;
#pragma ppar for checkpoint("kinds.log") schedule(static)
    for (int i = 0; i < n; i++) {
        b[i] += simulate(a[i], size);
        last = b[i];
        if (b[i] > 1.2)
            found[count++] = i;
    }
    printf("%d found, last %.17g\n", count, last);
    for (int k = 0; k < count; k++)
        printf("%d ", found[k]);
    printf("\n");
}

/* Results that own memory, and sums by blocks. */
static void spell(int n, int size)
{
    double sum = 0;
#pragma ppar for checkpoint("words.log") reduction(+ : sum)
    for (int i = 0; i < n; i++) {
        double x = simulate(a[i], size);
        char line[40];
        sum += x;
        sprintf(line, "%.9g", x);
        words[i].n = (int)strlen(line) + 1;
        words[i].text = malloc(strlen(line) + 1);
        strcpy(words[i].text, line);
    }
    printf("sum %.17g\n", sum);
    for (int i = 0; i < n; i++) {
        printf("%s ", words[i].text);
        free(words[i].text);
    }
    printf("\n");
}

/* Two loops as one, in their order, and later iterations over earlier ones' places. */
static void overlap(int n, int size)
{
    double c[MOST + 1] = {0};
#pragma ppar for checkpoint("kinds.log") collapse(2)
    for (int i = 0; i < n / 10; i++)
        for (int k = 0; k < 10; k++) {
            c[i + k] = simulate(i * k, size);
            if (k == 9)
                printf("%d;", i);
        }
    printf("\n");
    for (int i = 0; i < n / 10 + 9; i++)
        printf("%.17g ", c[i]);
    printf("\n");
}

/* Some iterations kill their worker; without workers they give up by themselves. */
static void lose(int n, int size)
{
    for (int i = 0; i < n; i++)
        b[i] = 1;
#pragma ppar for checkpoint("lost.log") on_failure(skip) status(status)
    for (int i = 0; i < n; i++) {
        if (i % 40 == 13)
            abort();
        b[i] = simulate(i, size);
    }
    for (int i = 0; i < n; i++)
        printf("%d %.17g ", status[i] & 0x7f, b[i]);
    printf("\n");
}

int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 100, size = argc > 2 ? atoi(argv[2]) : 2000;
    const char *seed = getenv("INPUT");
    for (int k = 0; k < 3; k++) {
        step(n, size, seed ? atof(seed) : 0.5);
        change(n, size);
    }
    for (int k = 0; k < 16; k++)
        printf("%d ", bins[k]);
    printf("\n");
    spell(n, size);
    overlap(n, size);
    if (argc > 3)
        lose(n, size);
    return 3;
}
