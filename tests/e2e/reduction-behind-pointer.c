/* flags: -Wno-unused-parameter */
/* Histograms in blocks from malloc, and in sections behind pointers. */
#include <stdio.h>
#include <stdlib.h>

enum { N = 2000 };

static unsigned char byte[N];
static int from[N];
static double weight[N];

static void show(const char *name, const long *v, int n)
{
    printf("%s:", name);
    for (int k = 0; k < n; k++)
        printf(" %ld", v[k]);
    printf("\n");
}

static void blocks(int bins)
{
    long *count = malloc((size_t)bins * sizeof *count);
    int *most = calloc((size_t)bins, sizeof *most);
    unsigned *bits = calloc(256, sizeof *bits);
    if (!count || !most || !bits)
        return;
    for (int k = 0; k < bins; k++)
        count[k] = k, most[k] = -3;
#pragma ppar for
    for (int i = 0; i < N; i++) {
        count[from[i] % bins]++;
        bits[byte[i]] |= 1u << (i % 32);
        for (int k = 0; k < 3; k++)
            if (from[i] / 100 > most[(from[i] + k) % bins])
                most[(from[i] + k) % bins] = from[i] / 100;
    }
    show("count", count, bins);
    for (int k = 0; k < bins; k++)
        printf("%d ", most[k]);
    for (int k = 0; k < 256; k += 17)
        printf("%x ", bits[k]);
    printf("\n");
    free(count);
    free(most);
    free(bits);
}

static void sections(long *restrict count, int low, int bins, int *restrict few)
{
#pragma ppar for reduction(+ : count [low:bins], few [0:8])
    for (int i = 0; i < N; i++) {
        count[low + from[i] % bins] += i;
        few[byte[i] & 7]--;
    }
    show("section", count, low + bins + 2);
    for (int k = 0; k < 9; k++)
        printf("%d ", few[k]);
    printf("\n");
}

/* The same memory: the guard sees it. */
static void shared(long *count, long *other, int bins)
{
#pragma ppar for reduction(+ : count [0:bins])
    for (int i = 0; i < 20; i++) {
        count[from[i] % bins] += i;
        other[i] = i;
    }
}

int main(void)
{
    static long count[40];
    static int few[9];
    for (int i = 0; i < N; i++) {
        from[i] = (int)(i * 7919u % 1009);
        byte[i] = (unsigned char)(i * 31);
        weight[i] = 1.0 / (i + 1);
    }
    blocks(1);
    blocks(37);
    blocks(1000);
    sections(count, 5, 20, few);
    sections(count, 0, 1, few);
    shared(count, count + 20, 20);
    show("apart", count, 40);
    shared(count, count + 10, 20);
    show("shared", count, 40);
    return 0;
}
