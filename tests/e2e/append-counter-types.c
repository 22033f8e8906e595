/* Counters of all types; the narrow ones come close to wrapping round, and do so. */
#include "show.h"

static signed char c = 100;
static unsigned char uc;
static unsigned short us;
static int i32 = -3;
static unsigned u32;
static long long i64;
static int by_c[300], by_i32[100], by_i64[100];
static char by_u64[100];
static unsigned char by_uc[300];
static unsigned short by_us[70000];

static void with_char(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++)
        by_c[c++] = i;
}

static void with_unsigned_char(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++)
        if (i % 3)
            by_uc[uc++] = (unsigned char)i;
}

static void with_unsigned_short(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++)
        if (i % 3)
            by_us[us++] = (unsigned short)(i * 3);
}

static void with_unsigned(int *out, int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++)
        out[u32++] = i;
}

int main(void)
{
    int first[3] = {-1, -1, -1}, *const middle = &by_i32[50];
    unsigned long u64 = 90;

    with_char(27);
    with_unsigned_char(100);
    with_unsigned_char(200);
    with_unsigned_char(300);
    with_unsigned_short(30000);
    with_unsigned_short(65000);
    with_unsigned(first, 3);
#pragma ppar for
    for (int i = 0; i < 60; i++) {
        if (i % 2)
            middle[i32++] = i;
        if (i % 7 == 0)
            by_i64[i64++] = i;
        if (i % 6 == 0)
            by_u64[u64++] = (char)i;
    }
    printf("%d %d %d %d %u %lld %lu\n", c, uc, us, i32, u32, i64, u64);
    SHOW("%d", by_c, 300);
    SHOW("%d", by_uc, 300);
    SHOW("%d", by_us, 70000);
    SHOW("%d", by_i32, 100);
    SHOW("%d", by_i64, 100);
    SHOW("%d", by_u64, 100);
    SHOW("%d", first, 3);
    return 0;
}
