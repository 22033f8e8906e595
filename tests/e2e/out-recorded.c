/* verdict: proven */
/* Writes whose places are known only when they happen: duplicates, values equal to the old ones,
 * places written by several statements, in loops inside, in some iterations, with continue. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 300 };

struct item {
    short key;
    double value;
    char name[6];
};

static int perm[N], out[N], last = -1;
static struct item items[N];
static unsigned bits[8];

static int twice(int i)
{
    return 2 * i;
}

static void scatter(double *restrict to, const int *restrict where, int n)
{
#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < n; i++)
        to[where[i]] = i;
#pragma ppar for schedule(static)
    for (int i = 0; i < n; i++)
        if (where[i] % 3 == 0)
            to[i] = -i;
        else if (where[i] % 3 == 1)
            to[i / 2] = 5;
}

int main(void)
{
    double *to = calloc(N, sizeof *to);
    if (!to)
        return 1;
    for (int i = 0; i < N; i++)
        perm[i] = i * i * 7 % 101;
    scatter(to, perm, N);
#pragma ppar for schedule(dynamic, 7)
    for (int i = 0; i < N; i++) {
        if (perm[i] == 50)
            continue;
        out[perm[i]] = perm[i] % 4 ? i : 0;
        if (perm[i] > 90)
            last = i;
        items[perm[i]].key = (short)twice(i);
        for (int k = 0; k < i % 5; k++)
            items[(perm[i] + k) % N].value = i + k / 8.0;
        switch (i % 4) {
        case 0:
            out[N - 1 - perm[i]] = 3;
            break;
        default:
            items[perm[i]].name[i % 6] = 'x';
        }
    }
    /* one place that is known beforehand, and one that is not, of one output */
#pragma ppar for
    for (int i = 0; i < 30; i++) {
        int at = 2 * i + 100;
        to[31 - i] = i;
        if (perm[i] > 20)
            at = i + 1;
        to[at] = -i;
    }
    unsigned kept = 17;
    struct item best = {0, 0, ""};
#pragma ppar for
    for (int i = 0; i < N; i++) {
        struct item one = {(short)i, i / 4.0, "best"};
        if (perm[i] < 3)
            kept = (unsigned)i;
        if (perm[i] % 10 == 7)
            best = one;
        if (perm[i] == 1000)
            last = 12345;
        if (i % 2)
            bits[perm[i] % 8] = 1u << i % 32;
    }
    printf("%d %u %d %g %s\n", last, kept, best.key, best.value, best.name);
    for (int i = 0; i < N; i++)
        printf("%g %d %d %g %.6s %x\n", to[i], out[i], items[i].key, items[i].value, items[i].name,
               bits[i % 8]);
    free(to);
    return 0;
}
