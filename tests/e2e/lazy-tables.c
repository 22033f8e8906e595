/* verdict: proven */
#include <math.h>
#include <stdint.h>
#include <stdio.h>

enum { N = 300, SIZE = 256, ROWS = 40 };

static uint32_t crc_table[SIZE];
static int crc_table_computed;
static double wave[N];
static uint32_t sums[N];
static int ways[N];

static void make_crc_table(void)
{
    uint32_t c;
    int n, k;
    for (n = 0; n < SIZE; n++) {
        c = (uint32_t)n;
        for (k = 0; k < 8; k++)
            c = c & 1 ? UINT32_C(0xedb88320) ^ (c >> 1) : c >> 1;
        crc_table[n] = c;
    }
    crc_table_computed = 1;
}

static uint32_t crc(const unsigned char *bytes, int length)
{
    uint32_t c = 0xffffffff;
    if (!crc_table_computed)
        make_crc_table();
    for (int n = 0; n < length; n++)
        c = crc_table[(c ^ bytes[n]) & 0xff] ^ (c >> 8);
    return ~c;
}

static double window(int k)
{
    static _Bool ready;
    static double table[SIZE];
    if (!ready) {
        for (int i = 0; i < SIZE; i++)
            table[i] = 0.5 - 0.5 * cos(6.283185307179586 * i / SIZE);
        ready = 1;
    }
    return table[k % SIZE];
}

static int binomial(int n, int k)
{
    int i, j;
    static int table[ROWS][ROWS], is_filled;
    if (is_filled == 0) {
        is_filled = 1;
        for (i = 0; i < ROWS; i++) {
            table[i][0]++;
            for (j = 1; j <= i; j++)
                table[i][j] = (table[i - 1][j - 1] + (j < i ? table[i - 1][j] : 0)) % 1000003;
        }
    }
    i = n < ROWS ? n : ROWS - 1;
    j = k < i ? k : i;
    return table[i][j];
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++) {
        unsigned char bytes[8];
        for (int k = 0; k < 8; k++)
            bytes[k] = (unsigned char)(i * k + window(i));
        sums[i] = crc(bytes, 8);
        wave[i] = window(3 * i) * sin(i);
        ways[i] = binomial(i % ROWS, i / 8);
    }
    for (int i = 0; i < N; i += 23)
        printf("%08x %.17g %d\n", (unsigned)sums[i], wave[i], ways[i]);
    printf("%.17g %d %08x\n", window(7), binomial(20, 10), (unsigned)crc((unsigned char *)"abc", 3));
    return 0;
}
