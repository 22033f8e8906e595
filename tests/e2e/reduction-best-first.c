/* verdict: guarded */
/* The best of something, where a companion or the value says that there is none yet. */
#include <math.h>
#include <stdio.h>

enum { N = 700 };

struct item {
    double cost;
    short id;
};

static double v[N];
static int ok[N];

static void show(const char *what, double best, long where)
{
    printf("%s: %a %ld\n", what, best, where);
}

static void places(int where, double best)
{
    int last = where, from = where;
    double low = best, high = best;
#pragma ppar for schedule(dynamic, 3)
    for (int i = 0; i < N; i++) {
        if (where < 0 || v[i] > best) {
            best = v[i];
            where = i;
        }
        if (ok[i] == 2 && (low >= v[i] || last == -1))
            low = v[i], last = i;
        for (int k = 0; k < 2; k++)
            if (-1 == from || v[(i + k) % N] < high) {
                from = i + k;
                high = v[(i + k) % N];
            }
    }
    show("first", best, where);
    show("last", low, last);
    show("inside", high, from);
}

static unsigned mix(unsigned h, unsigned v)
{
    return (h ^ v) * 16777619u;
}

static void marks(int n)
{
    int found = 0, empty = 1;
    double best = -1, least = -1;
    float closest = -1.0f;
    long where = 0, row = 0;
    struct item item = {0, -1};
    unsigned h = 1, table[4] = {0};
#pragma ppar for reduction(mix : h, table)
    for (int i = 0; i < n; i++) {
        struct item one = {v[i] * 2, (short)i};
        if (!found || v[i] > best) {
            found = 1;
            best = v[i];
            where = i;
        }
        if (empty || v[i] < least) {
            least = v[i];
            empty = 0;
            row = i;
        }
        float distance = (float)fabs(v[i] - 5);
        if (closest < 0 || distance <= closest)
            closest = distance;
        if (item.id < 0 || one.cost < item.cost)
            item = one;
        h = mix(h, (unsigned)i);
        table[i % 4] = mix(table[i % 4], (unsigned)i);
    }
    printf("%u %u\n", h, table[3]);
    show("found", best, where + found);
    show("empty", least, row + empty);
    show("closest", closest, 0);
    show("item", item.cost, item.id);
}

int main(void)
{
    for (int i = 0; i < N; i++) {
        v[i] = (i * 37 % 101) % 10;
        ok[i] = i % 3;
    }
    places(-1, 1e300);
    places(5, 4);
    marks(0);
    marks(1);
    marks(N);
    v[0] = NAN;
    places(-1, 1e300);
    marks(N);
    v[0] = 0.0;
    v[300] = NAN;
    for (int i = 301; i < N; i++)
        v[i] = i % 2 ? -0.0 : 0.0;
    places(-1, -1e300);
    marks(N);
    return 0;
}
