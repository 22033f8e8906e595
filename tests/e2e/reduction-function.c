/* verdict: proven */
/* Folds by functions: records and values, by address and by value, conditionally, several times,
 * into elements, in loops inside and in nested annotated loops; functions in which order matters. */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>

enum color { RED, GREEN, BLUE };

struct stats {
    long n;
    double mean, m2;
    float low, high;
};
struct sample {
    double value;
    int weight;
};
typedef struct {
    char tag;
    long double value;
    _Bool odd;
} unnamed;

static const double scale = 0.75;
static double other = 1.5;
static double squares[40];

static void merge(struct stats *acc, const struct stats *part)
{
    double d = part->mean - acc->mean;
    long n = acc->n + part->n;
    if (part->n == 0)
        return;
    acc->mean += d * part->n / n * other;
    acc->m2 += part->m2 + d * d * acc->n * part->n / n;
    acc->n = n;
    if (part->low < acc->low)
        acc->low = part->low;
    if (part->high > acc->high)
        acc->high = part->high;
}

static void add(struct stats *s, double x)
{
    s->n++;
    double d = x - s->mean;
    s->mean += d / s->n;
    s->m2 += d * (x - s->mean) * scale;
}

static int weigh(struct stats *s, struct sample x)
{
    for (int k = 0; k < x.weight; k++)
        add(s, x.value);
    return x.weight;
}

static unsigned hash(unsigned h, unsigned char c)
{
    return (h ^ c) * 16777619u;
}

static double saturate(double a, double b)
{
    double c = a * 0.5 + sqrt(fabs(b));
    return c > 100 ? 100 : c;
}

static struct sample heavier(struct sample a, const struct sample *b)
{
    return b->weight >= a.weight ? *b : a;
}

static unnamed last(unnamed a, unnamed b)
{
    if (b.tag > a.tag || (b.tag == a.tag && b.odd))
        a = b;
    a.value = a.value / 2 + b.value;
    return a;
}

static enum color mix(enum color a, enum color b)
{
    return (enum color)((2 * a + b + 1) % 3);
}

/* Has an annotated loop of its own. */
static double norm(double a, int n)
{
    double part[40];
#pragma ppar for
    for (int k = 0; k < 40; k++)
        part[k] = squares[k] * n;
    for (int k = 0; k < 40; k++)
        a = a / 2 + part[k];
    return a;
}

static void show(const char *name, const struct stats *s)
{
    printf("%s %ld %a %a %a %a\n", name, s->n, s->mean, s->m2, s->low, s->high);
}

static void records(int n, int parallel)
{
    struct stats all = {0, 0, 0, 1e9f, -1e9f}, ones = all, weighed = all;
#pragma ppar for reduction(merge : all) schedule(dynamic, 3) if (parallel)
    for (int i = 0; i < n; i++) {
        struct stats one = {1, sin(i), 0.25, (float)i, (float)-i};
        if (i % 3)
            merge(&all, &one);
        else if (i % 5)
            one.n = 2, one.mean = i;
        else
            one.n = 0;
        if (i % 7 == 0)
            (void)0, one.high = 3;
        switch (i % 4) {
        case 1:
            merge(&all, &one);
            break;
        default:
            break;
        }
    }
    show("all", &all);
#pragma ppar for reduction(add : ones) reduction(weigh : weighed)
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < i % 4; k++)
            add(&ones, i * 0.1 + k);
        (void)weigh(&weighed, (struct sample){i * 0.3, i % 5});
    }
    show("ones", &ones);
    show("weighed", &weighed);
}

static void values(void)
{
    register unsigned h = 2166136261u;
    unsigned table[7] = {1, 2, 3, 4, 5, 6, 7};
    double s = 3;
    struct sample best = {0, 0}, samples[50];
    unnamed end = {0, 0, false};
    enum color color = RED;
    for (int k = 0; k < 50; k++)
        samples[k] = (struct sample){k, k * 37 % 11};
#pragma ppar for reduction(hash : h, table) reduction(saturate : s) reduction(heavier : best) \
    reduction(last : end) reduction(mix : color)
    for (int i = 0; i < 1000; i++) {
        char text[16];
        int n = snprintf(text, sizeof text, "%d", i * i);
        for (int k = 0; k < n; k++)
            h = hash(h, text[k]);
        s = saturate(s, i);
        best = heavier(best, &samples[i % 50]);
        table[i * i % 7] = hash(table[i * i % 7], i);
        end = last(end, (unnamed){(char)(i % 50), i, i & 1});
        color = mix(color, i % 3 ? GREEN : BLUE);
    }
    printf("%u %a %g %d %d %La %d %d\n", h, s, best.value, best.weight, end.tag, end.value, end.odd,
           color);
    for (int k = 0; k < 7; k++)
        printf("%u ", table[k]);
    printf("\n");
}

struct holder {
    int before;
    struct stats stats;
    double after;
};

static void behind(struct holder *holder, struct stats *restrict rows, int n)
{
#pragma ppar for reduction(add : holder->stats) reduction(saturate : holder->after)
    for (int i = 0; i < n; i++) {
        add(&holder->stats, i);
        holder->after = saturate(holder->after, i);
        rows[i].n = holder->before;
    }
    show("holder", &holder->stats);
    printf("%d %a %ld\n", holder->before, holder->after, rows[n - 1].n);
#pragma ppar for
    for (int i = 0; i < n; i++)
        add(&rows[i], i);
    show("row", &rows[n / 2]);
#pragma ppar for reduction(merge : *rows)
    for (int i = 1; i < n; i++) {
        struct stats one = {i, i * 0.25, 1, 2, 3};
        merge(rows, &one);
    }
    show("pointed to", rows);
}

static void nested(int outer)
{
    double a = 0;
    unsigned h = 1;
#pragma ppar for reduction(hash : h) reduction(norm : a) if (outer) schedule(dynamic, 1)
    for (int i = 0; i < 20; i++) {
#pragma ppar for reduction(hash : h)
        for (int k = 0; k < 30; k++)
            if (k % 3)
                h = hash(h, i * k);
            else
                h = hash(h, k);
        a = norm(a, i);
    }
    printf("%u %a\n", h, a);
}

int main(void)
{
    struct stats rows[60] = {{0}};
    struct holder holder = {5, {0, 0, 0, 0, 0}, 1};
    for (int k = 0; k < 40; k++)
        squares[k] = k * k;
    records(0, 1);
    records(1, 1);
    records(500, 1);
    records(500, 0);
    values();
    behind(&holder, rows, 60);
    nested(1);
    nested(0);
    return 0;
}
