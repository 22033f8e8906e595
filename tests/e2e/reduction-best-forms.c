/* verdict: proven */
/* The best of something in the forms that people write: the last of equal ones, of those that count,
 * whole records, by comma, in a loop inside, in nested annotated loops. */
#include <math.h>
#include <stdio.h>

enum { N = 1000 };

struct item {
    int id;
    double cost;
    char tag;
};

static double v[N];
static int ok[N];
static struct item items[N];

static void last_of_equal(void)
{
    double best = -1, low = 1e9;
    int where = -1, at = -1;
#pragma ppar for schedule(dynamic, 3)
    for (int i = 0; i < N; i++)
        if (v[i] >= best) {
            best = v[i];
            where = i;
        }
#pragma ppar for schedule(dynamic, 3)
    for (int i = 0; i < N; i++)
        if (low >= v[i])
            low = v[i], at = i;
    printf("%a %d %a %d\n", best, where, low, at);
}

/* Nothing is chosen, in some chunks or in all. */
static void hardly_any(double start)
{
    double best = start;
    int where = -7;
    unsigned high = 5;
    long row = 3;
#pragma ppar for schedule(dynamic, 10)
    for (int i = 0; i < N; i++) {
        if (i >= 480 && i < 482 && v[i] >= best) {
            best = v[i];
            where = i;
        }
        if (ok[i] == 1 && (unsigned)i % 9 >= high) {
            high = (unsigned)i % 9;
            row = i;
        }
    }
    printf("%a %d %u %ld\n", best, where, high, row);
}

static void records(void)
{
    struct item first = {-1, 100, 'x'}, last = first;
    int twice = 0;
#pragma ppar for
    for (int i = 0; i < N; i++)
        if (items[i].cost < first.cost)
            first = items[i];
#pragma ppar for schedule(dynamic, 7)
    for (int i = 0; i < N; i++) {
        struct item one = items[i];
        one.cost += 1;
        if (ok[i] == 2 && one.cost <= last.cost) {
            last = one;
            twice = 2 * i;
        }
    }
    printf("%d %g %c %d %g %c %d\n", first.id, first.cost, first.tag, last.id, last.cost, last.tag,
           twice);
}

static void inside(void)
{
    double best = -1;
    int row = -1, column = -1;
#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < N / 10; i++)
        for (int k = 0; k < 10; k++)
            if (v[i * 10 + k] >= best) {
                best = v[i * 10 + k];
                row = i;
                column = k;
            }
    printf("%a %d %d\n", best, row, column);
    best = -1;
    row = column = -1;
#pragma ppar for schedule(dynamic, 1) if (ok[2] == 2)
    for (int i = 0; i < N / 10; i++) {
#pragma ppar for
        for (int k = 0; k < 10; k++)
            if (v[i * 10 + k] >= best) {
                best = v[i * 10 + k];
                row = i;
                column = k;
            }
    }
    printf("%a %d %d\n", best, row, column);
}

int main(void)
{
    for (int i = 0; i < N; i++) {
        v[i] = (i * 37 % 101) % 10;
        ok[i] = i % 3;
        items[i] = (struct item){i, (i * 7 % 13) - 5, (char)(65 + i % 26)};
    }
    v[5] = NAN;
    v[700] = -0.0;
    v[10] = 0.0;
    last_of_equal();
    hardly_any(v[481]);
    hardly_any(v[480]);
    hardly_any(NAN);
    hardly_any(100);
    records();
    inside();
    for (int i = 0; i < N; i++)
        v[i] = i % 2 ? -0.0 : 0.0;
    last_of_equal();
    inside();
    v[0] = NAN;
    last_of_equal();
    return 0;
}
