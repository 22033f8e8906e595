/* status: 1 */
/* What 'after' changes, and iterations read or write, in every way in which they may be one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 100 };

static int a[N], limit, scale, *cursor = a, sum_of_all;
static char text[N][20];

static void change(int value)
{
    scale = value;
}

static int scaled(int i)
{
    return i * scale;
}

static char *field(char *line, int i)
{
    (void)i;
    return strtok(line, ",");
}

static void own(void)
{
#pragma ppar for after(a[i] = 0)
    for (int i = 0; i < N; i++)
        a[i] = i;
#pragma ppar for after(a[0]++)
    for (int i = 1; i < N; i++)
        a[i] = i;
#pragma ppar for after(change(i))
    for (int i = 0; i < N; i++)
        a[i] = scaled(i);
#pragma ppar for after(cursor++)
    for (int i = 0; i < N; i++)
        cursor[i] = i;
#pragma ppar for after(sum_of_all = 0)
    for (int i = 0; i < N; i++)
        sum_of_all += i;
}

static void bound(void)
{
#pragma ppar for after(limit--)
    for (int i = 0; i < limit; i++)
        a[i] = i;
}

static void pointers(int *to, const int *from, int *seen, int **table)
{
#pragma ppar for after(*seen = i)
    for (int i = 0; i < N; i++)
        to[i] = from[i];
#pragma ppar for after(*table[i] = i)
    for (int i = 0; i < N; i++)
        to[i] = from[i];
#pragma ppar for after(to[i]++)
    for (int i = 0; i < N; i++)
        a[i] = i;
}

static void hidden(void)
{
#pragma ppar for after(text[i][0] = *strtok(NULL, ","))
    for (int i = 0; i < N; i++)
        a[i] = atoi(field(text[i], i));
#pragma ppar for after(srand(i))
    for (int i = 0; i < N; i++)
        a[i] = rand();
}

int main(void)
{
    int *block = malloc(sizeof *block);
    own();
    bound();
    pointers(a, a, a, &block);
    hidden();
#pragma ppar for after(free(block))
    for (int i = 0; i < N; i++)
        a[i] = *block;
    return a[0];
}
