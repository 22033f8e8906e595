/* verdict: guarded */
/* Steps that only the run knows, of counters that C lets wrap round. Where one wraps before it has
 * met its bound, the loop goes on as it does without ppcc. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 3000 };

static int a[N];
static char composite[N];

static void show(const char *what)
{
    long sum = 0;
    for (int k = 0; k < N; k++) {
        sum = (sum * 31 + a[k] + composite[k]) % 1000003;
        a[k] = k % 17;
    }
    printf("%s %ld\n", what, sum);
}

static void sieve(size_t p)
{
#pragma ppar for
    for (size_t i = p * p; i < N; i += p)
        composite[i] = 1;
}

static unsigned from_below(unsigned start, unsigned n, unsigned s)
{
    unsigned i;
#pragma ppar for
    for (i = start; i < n; i += s)
        a[i] = 2 * a[i] + 1;
    return i;
}

static unsigned from_above(unsigned start, unsigned n, unsigned s)
{
    unsigned i;
#pragma ppar for
    for (i = start; i > n; i -= s)
        a[i % N] = 2 * (int)i;
    return i;
}

static int narrow(int n, int s)
{
    unsigned char i;
#pragma ppar for
    for (i = 0; i < n; i += s)
        a[i] = 2 * a[i] + i;
    return i;
}

static int inclusive(short n, short s)
{
    short i;
#pragma ppar for
    for (i = 100; i <= n; i += s)
        a[i] += a[i] + i;
    return i;
}

/* With a negative step the counter goes down to -1, which is no less than an unsigned bound. */
static int compared(unsigned n, int s)
{
    int i;
#pragma ppar for
    for (i = 50; i < n; i += s)
        a[i] = 3 * a[i] + 1;
    return i;
}

static double sum(unsigned n, unsigned s)
{
    double total = 0;
#pragma ppar for
    for (unsigned i = 0; i < n; i += s)
        total += 1.0 / (1 + a[i % N]);
    return total;
}

static int last(unsigned n, unsigned s)
{
    int seen = -1;
#pragma ppar for
    for (unsigned i = n - 1; i < n; i += s) {
        printf("%u\n", i);
        seen = a[i];
    }
    return seen;
}

int main(void)
{
    for (size_t p = 2; p * p < N; p++)
        sieve(p);
    show("sieve");
    printf("%u ", from_below(0, 2990, 7));
    show("up");
    printf("%u ", from_below(2990, 0, 0));
    show("no trips, no step");
    printf("%u ", from_below(2999, 3000, (unsigned)-1));
    show("down to 0 and round");
    printf("%u ", from_below(5, 10, 4294967295u - 2));
    show("down by three and round");
    printf("%u ", from_above(2999, 20, 13));
    show("down");
    printf("%u ", from_above(2999, 0, 2999));
    show("down in one");
    printf("%u ", from_above(4294967295u, 4294967000u, 100));
    show("down from the top");
    printf("%d ", narrow(250, 5));
    show("narrow");
    printf("%d ", narrow(250, 3));
    show("narrow, just so");
    printf("%d ", narrow(200, -70));
    show("narrow, back and round");
    printf("%d ", inclusive(2000, 9));
    show("inclusive");
    printf("%d ", compared(700, 4));
    show("compared");
    printf("%d ", compared(700, -4));
    show("compared, down");
    printf("%a ", sum(100000, 777));
    show("sum");
    printf("%a ", sum(4000000000u, 1500000000u));
    show("sum, round");
    printf("%d ", last(5, 4294967295u));
    show("last, down");
    printf("%d ", last(5, 1));
    show("last");
    return 0;
}
