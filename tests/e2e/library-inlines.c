/* flags: -O2 -lm */
/* verdict: proven */
/* Functions that headers of the library define as inline ones, with optimization. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
static char t[200][16];
static double r[200];
static int k[200];
static int cmp(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}
int main(void)
{
    static const int s[4] = {1, 3, 5, 7};
#pragma ppar for
    for (int i = 0; i < 200; i++) {
        t[i][0] = (char)toupper('a' + i % 26);
        t[i][1] = (char)tolower('A' + i % 26);
        k[i] = isalpha(i) + isdigit(i) * 2;
    }
#pragma ppar for
    for (int i = 0; i < 200; i++) {
        char b[20];
        sprintf(b, "%d", i);
        r[i] = atof(b) + atoi(b) + atol(b) + strtod(b, NULL);
    }
#pragma ppar for
    for (int i = 0; i < 200; i++) {
        k[i] += bsearch(&i, s, 4, sizeof *s, cmp) != NULL;
        r[i] += fabs(-i) + isnan(r[i]) + signbit(-1.0 * i) + fpclassify(r[i]);
    }
#pragma ppar for
    for (int i = 0; i < 200; i++) {
        putchar('a' + i % 20);
        printf("%s\n", t[i]);
    }
#pragma ppar for
    for (int i = 0; i < 200; i++) {
        putchar_unlocked('a' + i % 20);
    }
    for (int i = 0; i < 200; i++)
        printf("%g %d ", r[i], k[i]);
    puts("");
    return 0;
}
