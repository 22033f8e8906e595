/* verdict: guarded */
/* Headers whose counters may go round before they meet their bounds, and bounds that the loop itself
 * changes when a guard does not hold. Then the loop runs as it is written. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 70000 };

static long a[N];

static void show(const char *what, long last)
{
    long sum = 0;
    for (int k = 0; k < N; k++) {
        sum = (sum * 31 + a[k]) % 1000003;
        a[k] = k % 17;
    }
    printf("%s: %ld, counter %ld\n", what, sum, last);
}

/* The bound lies in what is written when the two overlap. */
static void fill(int *n, int *p)
{
#pragma ppar for
    for (int i = 0; i < *n; i++)
        p[i] = 0;
}

struct list {
    int n;
    int *item;
};

static void clear(struct list *list)
{
#pragma ppar for
    for (int i = 0;
         i < list->n - 1; /* on lines
                             of its own */
         i += 2)
        list->item[i] = 2;
}

static long narrow(int n)
{
    unsigned char i;
#pragma ppar for
    for (i = 0; i < n; i += 7)
        a[i] = 3 * a[i] + i;
    return i;
}

static long short_counter(unsigned n)
{
    short i;
#pragma ppar for
    for (i = 5; i < n; i++)
        a[i + 33000] = 3 * a[i + 33000] + i;
    return i;
}

static long wide_step(int n, long s)
{
    int i;
#pragma ppar for
    for (i = 0; i < n; i += s)
        a[i] = 3 * a[i] + i;
    return i;
}

static long unsigned_step(int n, unsigned s)
{
    int i;
#pragma ppar for
    for (i = n; i > 0; i += s)
        a[i] = 3 * a[i] + i;
    return i;
}

static long down_to_unsigned(int start, unsigned n)
{
    short i;
#pragma ppar for
    for (i = (short)start; i > n; i--)
        a[i + 33000] = 3 * a[i + 33000] + i;
    return i;
}

/* Below 0 a counter is above every bound: it goes on, down to its type's end and beyond. */
static long down_past_zero(int start, unsigned n, int by)
{
    short i;
#pragma ppar for
    for (i = (short)start; i > n; i -= by)
        a[i + 33000] = 3 * a[i + 33000] + i;
    return i;
}

/* From below 0 it comes to above 0, which is below the bound. */
static long up_past_zero(int start, unsigned n, int by)
{
    short i;
#pragma ppar for
    for (i = (short)start; i < n; i += by)
        a[i + 33000] = 3 * a[i + 33000] + i;
    return i;
}

static long past_signed(unsigned start, int n, unsigned by)
{
    unsigned i;
#pragma ppar for
    for (i = start; (int)i < n; i += by)
        printf("%u ", i);
    return i;
}

static long as_signed(unsigned start, int n)
{
    unsigned i;
#pragma ppar for
    for (i = start; (int)i < n; i++)
        a[i + 5] = 3 * a[i + 5] + (int)i;
    return i;
}

static long unequal(int start, unsigned n)
{
    int i;
#pragma ppar for
    for (i = start; i != n; i++)
        a[i + 50] = 3 * a[i + 50] + i;
    return i;
}

/* A start above all signed numbers; without going round, nothing would be carried. */
static long from_above(void)
{
    size_t i;
#pragma ppar for schedule(static)
    for (i = -3; i != 20; i++) {
        if (i < 60)
            a[(i + 1) & 63] = a[i & 63] + 1;
        a[i & 63] = 3 * (a[i & 63] & 1023) + 1;
    }
    return i;
}

static long largest(size_t n, long best)
{
    int place = 5;
#pragma ppar for
    for (signed char i = 3; i < n; i++)
        if (best < a[i]) {
            best = a[i];
            place = i;
        }
    return 1000 * best + place;
}

/* One of two loops goes round; so does the outer one, around none inside. */
static long nested(unsigned h, unsigned char w, unsigned s)
{
    unsigned y;
    unsigned char x = 9;
#pragma ppar for collapse(2)
    for (y = 0; y < h; y += s)
        for (x = 0; x < w; x += 7)
            a[y % 200 * 256 + x] = y + x;
    return y * 256L + x;
}

static void nested_in_memory(struct list *list, int n)
{
#pragma ppar for collapse(2)
    for (int y = 0; y < n; y++)
        for (int x = list->n - 10; x < list->n; x++)
            list->item[10 * y + x] = y;
}

/* The first bound is never met, but the loop comes to it and makes it 0. */
static long down_to_memory(int *held, const int *bound)
{
    long i;
#pragma ppar for
    for (i = 25; i != *bound; i--)
        held[i] = 0;
    return i;
}

int main(void)
{
    int b[40] = {1, 2, 3, 4, 5, 10, 7, 8, 9, 10};
    struct list list = {30, b};
    struct list *alias = malloc(100 * sizeof(int));

    b[20] = 34;
    printf("%ld ", down_to_memory(b, b + 20));
    b[0] = 1, b[5] = 10, b[20] = 12;
    printf("%ld\n", down_to_memory(b, b + 20));
    for (int k = 0; k < 40; k++)
        b[k] = k < 5 ? k + 1 : k == 5 ? 10 : k < 10 ? k + 1 : 0;
    fill(b + 5, b + 1);
    for (int k = 0; k < 10; k++)
        printf("%d ", b[k]);
    b[30] = 6;
    fill(b + 30, b + 1);
    clear(&list);
    for (int k = 0; k < 40; k++)
        printf("%d ", b[k]);
    alias->n = 10;
    alias->item = (int *)alias;
    nested_in_memory(&list, 1);
    for (int k = 0; k < 40; k++)
        printf("%d ", b[k]);
    printf("n %d\n", alias->n);
    free(alias);
    show("narrow", narrow(250));
    show("narrow round", narrow(255));
    show("narrow round again", narrow(253));
    show("short", short_counter(30000));
    show("short round", short_counter(40000));
    show("wide step", wide_step(100, 3));
    show("wide step cut", wide_step(100, 4294967297));
    show("unsigned step", unsigned_step(50, 4294967295u));
    show("unsigned step, minus three", unsigned_step(50, 4294967293u));
    show("down", down_to_unsigned(300, 5));
    show("down round", down_to_unsigned(-1, 30000));
    show("down by three", down_past_zero(250, 2, 3));
    show("down by three, past 0", down_past_zero(250, 0, 3));
    show("down by three, below 0", down_past_zero(-7, 4294967200u, 3));
    show("up by seven", up_past_zero(5, 500, 7));
    show("up by seven, below 0", up_past_zero(-100, 4294967276u, 7));
    show("up by seven, past 0", up_past_zero(-5, 4294967294u, 7));
    show("as signed, by much", past_signed(5, 2000000000, 900000000));
    show("as signed, past the end", past_signed(5, 2147483000, 1000000000));
    show("as signed", as_signed(0, 50));
    show("as signed, round", as_signed(4294967293u, 50));
    show("as signed, below 0", as_signed(4294967291u, -2));
    show("unequal", unequal(3, 50));
    show("unequal, from below 0", unequal(-30, 50));
    show("from above", from_above());
    show("largest", largest(100, 5));
    show("largest, round", largest(260, 99));
    show("nested", nested(90, 200, 5));
    show("nested, inner round", nested(90, 254, 5));
    show("nested, outer round", nested(4000000000u, 100, 1500000000u));
    show("nested, outer round around none", nested(4000000000u, 0, 1500000000u));
    show("nested, none", nested(0, 254, 5));
    return 0;
}
