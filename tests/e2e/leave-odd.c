/* Early ends beside other features: random numbers, folds by functions, files that are read, labels,
 * nested loops, bodies of one statement. */
/* flags: -O1 -lm -Wall -Wextra -Werror -Wno-unknown-pragmas */
#include <math.h>
#include <ppar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 200 };
static double x[N];
static int table[10], last_table;

static double draws(double most)
{
    double y[N], sum = 0;
    int i;
    for (i = 0; i < N; i++)
        y[i] = 0;
#pragma ppar for
    for (i = 0; i < N; i++) {
        ppar_random_at(1, i);
        y[i] = ppar_random();
        if (y[i] + ppar_random() > most)
            break;
        y[i] += ppar_random_normal();
    }
    for (int k = 0; k < N; k++)
        sum += (k + 1) * y[k];
    return sum + i;
}

static void add(double *sum, double value)
{
    *sum = *sum / 2 + value;
}

static double folds(double most)
{
    double sum = 1;
#pragma ppar for reduction(add : sum)
    for (int i = 0; i < N; i++) {
        add(&sum, x[i]);
        if (x[i] > most)
            break;
    }
    return sum;
}

static double regrouped(double most)
{
    double sum = 1;
    unsigned char bits = 0;
#pragma ppar for reduction(+ : sum)
    for (int i = 0; i < N; i++) {
        sum += i;
        sum += i / 4.0; /* all of it is exact */
        bits |= i;
        if (x[i] > most)
            break;
    }
    return sum + bits;
}

static int reads_file(const char *name, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        FILE *file = fopen(name, "r");
        int c = 0;
        if (!file)
            return -2;
        for (int k = 0; k <= i && c != EOF; k++)
            c = getc(file);
        fclose(file);
        if (c == 'e')
            return i;
    }
    return -1;
}

/* The loop inside is left in the middle, and all iterations write the same places. */
static int inner(int key)
{
#pragma ppar for
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < 10; k++) {
            if (i == key && k == 5)
                return i;
            table[k] = i * 10 + k;
        }
        last_table = i;
    }
    return -1;
}

static int labels(int key)
{
    int i = 0, sum = 0;
#pragma ppar for
    for (i = 0; i < N; i++) {
        if (i % 3 == 0)
            goto next;
        sum += i;
        if (i == key)
            break;
    next:
        sum += 1000;
    }
    if (sum < 0)
        goto out;
    sum += i;
out:
    return sum;
}

static int nested(int key)
{
    int where[20], sum = 0, i;
    memset(where, 0, sizeof where);
#pragma ppar for
    for (i = 0; i < 20; i++) {
        int found = -1;
#pragma ppar for
        for (int j = 0; j < 20; j++)
            if (i * j == key) {
                found = j;
                break;
            }
        where[i] = found;
        if (found > 0 && i > 3)
            break;
    }
    for (int k = 0; k < 20; k++)
        sum = (3 * sum + where[k]) % 10007;
    return sum * 100 + i;
}

static int at_once(int n)
{
#pragma ppar for
    for (int i = 4; i < n; i++)
        return i;
    return -1;
}

static int only_break(int n)
{
    int i, seen = 0;
#pragma ppar for
    for (i = 4; i < n; i++) {
        seen = 2 * i;
        break;
    }
    return i + seen;
}

static int in_a_case(int kind, double most)
{
    int i = -5;
    switch (kind) {
    case 1:
#pragma ppar for
        for (i = 0; i < N; i++)
            if (x[i] > most) {
                switch (i % 2) {
                case 0:
                    continue;
                default:
                    break;
                }
                break;
            }
        break;
    case 2:
        if (most > 1)
#pragma ppar for
            for (i = 0; i < N; i += 3)
                if (x[i] > most) break; else continue;
        else
            i = -1;
    }
    return i;
}

/* clang-format off */
static int two(double a, double b)
{
    int i, j;
    _Pragma("ppar for") for (i = 0; i < N; i++) if (x[i] > a) return i;
    _Pragma("ppar for") for (j = N; j > 0; j--) if (x[j - 1] < b) return j + 1000 * __LINE__;
    return i + j;
}
/* clang-format on */

int main(int argc, char **argv)
{
    (void)argc;
    for (int i = 0; i < N; i++)
        x[i] = sqrt(i);
    printf("%.17g %.17g %.17g\n", draws(1.9), draws(1.2), draws(3));
    printf("%.17g %.17g %.17g\n", folds(3), folds(13.9), folds(100));
    printf("%.17g %.17g %.17g\n", regrouped(3), regrouped(13.9), regrouped(100));
    printf("%d %d\n", reads_file("/proc/version", 40), reads_file("/nowhere", 40));
    (void)argv;
    printf("%d %d", inner(3), last_table);
    for (int k = 0; k < 10; k++)
        printf(" %d", table[k]);
    printf("\n%d %d", inner(N), last_table);
    for (int k = 0; k < 10; k++)
        printf(" %d", table[k]);
    printf("\n%d %d %d\n", labels(77), labels(3), labels(1));
    printf("%d %d\n", nested(36), nested(7777));
    printf("%d %d %d %d\n", at_once(10), at_once(2), only_break(10), only_break(2));
    printf("%d %d %d\n", in_a_case(1, 7), in_a_case(2, 7), in_a_case(2, 0));
    printf("%d %d %d\n", two(5, 5), two(50, 5), two(50, -5));
    if (argc < 5)
        for (int i = 0; i < N; i++) {
#pragma ppar for
            for (int j = 0; j < 50; j++)
                if (j * i == 49 * 7)
                    return j;
        }
    return 0;
}
