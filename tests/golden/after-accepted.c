/* What 'after' may do, and in which order it is evaluated then. */
#include <math.h>
#include <ppar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 100 };

struct pair {
    double made, seen;
};

static double a[N], sum;
static struct pair pairs[N], one;
static int count, list[N], order[N];

static void note(int i)
{
    order[count++] = i;
}

int main(void)
{
    double t;
    char name[20];
    FILE *log = fopen("/dev/null", "w");
    if (!log)
        return 1;
    /* in order: it sees its own results alone */
#pragma ppar for after((sum += a[i], note(i), fprintf(log, "%g\n", a[i])))
    for (int i = 0; i < N; i++)
        a[i] = sqrt(i);
#pragma ppar for after(pairs[i].seen = pairs[i].made)
    for (int i = 0; i < N; i++)
        pairs[i].made = sqrt(i);
#pragma ppar for after(rand() % 2 ? 0 : fputs(strerror(2), stdout))
    for (int i = 0; i < N; i++)
        a[i] = sqrt(i);
    /* one by one */
#pragma ppar for after((sum += t, fputs(name, log)))
    for (int i = 0; i < N; i++) {
        t = sqrt(i);
        snprintf(name, sizeof name, "%d\n", i);
    }
#pragma ppar for after(one.seen = one.made)
    for (int i = 0; i < N; i++)
        one.made = sqrt(i);
#pragma ppar for after(a[i] < 0 ? exit(1) : (void)0)
    for (int i = 0; i < N; i++)
        a[i] = sqrt(i);
    /* as they come; but in order where it looks back */
#pragma ppar for after(unordered : note((int)ppar_iteration()))
    for (int i = 0; i < N; i++)
        a[i] = sqrt(i);
#pragma ppar for after(unordered : sum += i ? a[i - 1] : 0)
    for (int i = 0; i < N; i++)
        a[i] = sqrt(i);
    return count + list[0] + fclose(log);
}
