/* verdict: proven proven proven proven guarded proven proven proven proven proven proven */
/* Two and three loops in all directions, by all steps and in many types; and the counters behind
 * them. */
#include "show.h"

#include <stddef.h>

static int a[12][15], b[4][5][6];

static void show(const char *what)
{
    printf("%s\n", what);
    SHOW("%d", &a[0][0], 180);
    SHOW("%d", &b[0][0][0], 120);
    FILL(&a[0][0], 180, -1);
    FILL(&b[0][0][0], 120, -1);
}

static void directions(int n, int m)
{
    int i, j;
#pragma ppar for collapse(2)
    for (i = 0; i < n; i++)
        for (j = 0; j < m; j++)
            a[i][j] = 100 * i + j;
    printf("%d %d\n", i, j);
    show("up, up");
#pragma ppar for collapse(2)
    for (i = n - 1; i >= 0; i--)
        for (j = m; j > 0; j--)
            a[i][j - 1] = 100 * i + j;
    printf("%d %d\n", i, j);
    show("down, down");
#pragma ppar for collapse(2)
    for (i = 1; i <= n - 1; i += 2) {
        for (j = m - 1; 2 < j; j -= 3)
            a[i][j] = i - j;
    }
    printf("%d %d\n", i, j);
    show("up by 2, down by 3");
#pragma ppar for collapse(2) schedule(dynamic, 1)
    for (i = 0; i != n; i++)
        for (j = 3; j != m; ++j)
            a[i][j] = i + j;
    printf("%d %d\n", i, j);
    show("unequal");
}

static void three(int n, int m, long k)
{
    short i;
    unsigned char j;
    long l;
#pragma ppar for collapse(3)
    for (i = 0; i < n; i++) {
        for (j = 0; j < m; j += 2) {
            ;
            for (l = k; l >= 0; l--) {
                if ((i + j + l) % 3 == 0)
                    continue;
                b[i][j][l] = 100 * i + 10 * j + (int)l;
            }
        }
    }
    printf("%d %d %ld\n", i, j, l);
    show("three");
#pragma ppar for collapse(3) schedule(static, 7)
    for (unsigned x = 3; x > 0; x--)
        for (size_t y = 1; y <= 4; y++)
            for (signed char z = 0; z < 6; z++)
                b[x][y][z] = (int)(x * y) + z;
    show("declared in the headers");
#pragma ppar for collapse(2)
    for (i = 0; i < n; i++)
        for (j = 0; j < m; j++)
            for (l = 0; l <= k; l++)
                b[i][j][l] += i + j + (int)l;
    printf("%d %d\n", i, j);
    show("a loop inside of two");
}

/* Loops without iterations leave the counters inside of them alone. */
static void zero_trips(int n, int m, int k)
{
    int i = 71, j = 72, l = 73;
#pragma ppar for collapse(3)
    for (i = 0; i < n; i++)
        for (j = 1; j < m; j++)
            for (l = 2; l < k; l++)
                b[i][j][l] = i + j + l;
    printf("%d %d %d: %d %d %d\n", n, m, k, i, j, l);
}

/* The header of a loop inside is looked at only if the serial program comes to it. */
static void not_reached(int n, const int *restrict width, int all, int by)
{
    int j = 5;
#pragma ppar for collapse(2)
    for (int i = 0; i < n; i++)
        for (j = 0; j < *width; j++)
            a[i][j] = i;
    printf("%d\n", j);
#pragma ppar for collapse(2)
    for (int i = 0; i < n; i++)
        for (j = 2; j < all / by; j++)
            a[i][j] = i + j;
    printf("%d\n", j);
}

static void steps_of_symbols(int n, int m, int by, int down)
{
    int i, j;
#pragma ppar for collapse(2)
    for (i = 0; i < n; i += by)
        for (j = m - 1; j >= 0; j -= down)
            a[i][j] = i - j;
    printf("%d %d\n", i, j);
    show("steps that are variables");
}

int main(void)
{
    int width = 10;
    directions(12, 15);
    directions(1, 15);
    directions(12, 4);
    three(4, 5, 5);
    three(1, 1, 0);
    for (int z = 0; z < 8; z++)
        zero_trips(z & 1 ? 3 : 0, z & 2 ? 4 : 0, z & 4 ? 5 : 0);
    zero_trips(-2, 4, 5);
    zero_trips(2, -4, 5);
    not_reached(0, NULL, 9, 0);
    not_reached(3, &width, 9, 2);
    show("reached");
    steps_of_symbols(12, 15, 1, 1);
    steps_of_symbols(12, 15, 5, 4);
    return 0;
}
