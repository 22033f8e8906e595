/* verdict: proven */
/* What stands behind an iteration sees its results, in iteration order, and may do with variables of
 * its own what it likes: sums, lists, files. */
#include <math.h>
#include <stdio.h>

#ifdef _PPAR
#define BEHIND(e)
#else
#define BEHIND(e) e
#endif

enum { N = 200 };

static double work(int i)
{
    double sum = 0;
    for (int k = 1; k < 400 + i % 7 * 300; k++)
        sum += sin(i * k) / k;
    return sum;
}

static double total, highest[N];
static int rises;

static void note(int i, double value)
{
    total += value;
    highest[rises] = value;
    if (rises == 0 || value > highest[rises - 1])
        rises++;
    printf("%d: %.17g, %d\n", i, total, rises);
}

int main(void)
{
    static double a[N];
    FILE *file = tmpfile();
    if (!file)
        return 1;
#pragma ppar for after((note(i, a[i]), fprintf(file, "%d %g\n", i, a[i])))
    for (int i = 0; i < N; i++) {
        if (i % 5 == 0) {
            a[i] = i;
            BEHIND((note(i, a[i]), fprintf(file, "%d %g\n", i, a[i])));
            continue;
        }
        a[i] = work(i);
        BEHIND((note(i, a[i]), fprintf(file, "%d %g\n", i, a[i])));
    }
    char line[80];
    rewind(file);
    while (fgets(line, sizeof line, file))
        fputs(line, stdout);
    fclose(file);
    printf("%.17g %d\n", total, rises);
    return 0;
}
