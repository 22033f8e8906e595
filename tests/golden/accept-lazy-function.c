#include <stdint.h>

enum { N = 100 };
static uint32_t a[N];

static uint32_t crc_table[256];
static int crc_table_computed = 0;

static void make_crc_table(void)
{
    uint32_t c;
    int n, k;
    for (n = 0; n < 256; n++) {
        c = (uint32_t)n;
        for (k = 0; k < 8; k++) {
            if (c & 1)
                c = UINT32_C(0xedb88320) ^ (c >> 1);
            else
                c = c >> 1;
        }
        crc_table[n] = c;
    }
    crc_table_computed = 1;
}

static uint32_t update_crc(uint32_t crc, const unsigned char *bytes, int length)
{
    uint32_t c = crc;
    if (!crc_table_computed)
        make_crc_table();
    for (int n = 0; n < length; n++)
        c = crc_table[(c ^ bytes[n]) & 0xff] ^ (c >> 8);
    return c;
}

static uint32_t first(void)
{
    if (crc_table_computed == 0)
        make_crc_table();
    return crc_table[1];
}

void start(void);
void start(void) { make_crc_table(); }

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++) {
        unsigned char bytes[4] = {(unsigned char)i, 1, 2, 3};
        a[i] = update_crc(first(), bytes, 4);
    }
}
