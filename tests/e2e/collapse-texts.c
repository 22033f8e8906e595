/* verdict: proven */
/* Headers and bodies as people write them: parentheses, macros, comments, several lines, calls, jumps
 * in the body, another annotated loop in it. */
#include <stdio.h>
#include <stddef.h>
#define N 6
#define START (2)
enum e { E0, E1, E2, E3 };
static int a[40][50], c[40][50];
static int w = 7;
static int width(void) { return w; }
static void show(const char *s)
{
    int k;
    unsigned long h = 5381;
    for (k = 0; k < 2000; k++) { h = h * 33 + (unsigned)(&a[0][0])[k]; h = h * 33 + (unsigned)(&c[0][0])[k]; (&a[0][0])[k] = 0; }
    printf("%s %lu\n", s, h);
}
int main(int argc, char **argv)
{
    int n = 3 + argc; register int r; size_t z; enum e q; short i; unsigned char uc;
    (void)argv;
#pragma ppar for collapse(2)
    for (int x = (0); x < (n); x++)
        for (int j = (START); j < (N); ++j)
            a[x][j] = x + j;
    show("parens");
#pragma ppar for collapse(2)
    for (int x = 0; (x < n); x++) {
        for (r = 1 ? 3 : 9; r < N + n; r += (2)) /* comment ; ) */
            for (int k = 0; k < 2; k++)
                a[x][r + k] = x + r;
    }
    show("register"); printf("%d\n", r);
#pragma ppar for collapse(2)
    for (i = 0; i < n; i++)
        for (z = width(); z > 2; z--)
            if (i != (int)z) a[i][z] = i - (int)z;
            else a[i][z] = 3;
    show("call"); printf("%d %d\n", i, (int)z);
#pragma ppar for collapse(2)
    for (q = E0; q < E3; q++)
        for (uc = 2; uc != 5; uc++)
            a[q][uc % 50] = uc;
    show("round"); printf("%d %d\n", q, uc);
    for (int o = 0; o < 2; o++) {
#pragma ppar for collapse(2) schedule(dynamic, 1)
    for (int x = 0; x < n; x++) for (int
        j = 0;
        j
        < 4; j++) { int t = 0;
#pragma ppar for
        for (int k = 0; k < 5; k++) c[k][j] = x + k;
        for (int k = 0; k < 5; k++) t += c[k][j];
        a[x][j] = t; }
    }
    show("nested");
    if (argc)
#pragma ppar for collapse(2)
        for (int x = 0; x < n; x++)
            for (int j = 0; j < 4; j++) {
                switch (j) { case 1: continue; case 2: break; default: a[x][j] = 7; }
                if (x == 2) goto out;
                a[x][j]++;
            out:;
            }
    else
        printf("no\n");
    show("goto");
    return 0;
}
