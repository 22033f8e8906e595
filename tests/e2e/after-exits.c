/* verdict: proven */
/* args: 11 */
/* The program ends in what stands behind an iteration: all before has been printed, nothing later. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef _PPAR
#define BEHIND(e)
#else
#define BEHIND(e) e
#endif

enum { N = 50 };

static double a[N];
static int seen;

static void at_end(void)
{
    int count = 0;
    for (int i = 0; i < N; i++)
        count += a[i] != 0;
    printf("%d seen, %d there\n", seen, count);
}

static void look(int i, int last)
{
    seen++;
    printf("%d: %.17g\n", i, a[i]);
    if (i == last)
        exit(7);
}

int main(int count, char **args)
{
    int last = count > 1 ? atoi(args[1]) : 5;
    atexit(at_end);
#pragma ppar for after(look(i, last))
    for (int i = 0; i < N; i++) {
        a[i] = 1 + sin(i) / 2;
        BEHIND(look(i, last));
    }
    return 0;
}
