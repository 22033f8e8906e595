/* flags: -O2 */
/* Loops whose workers stay, with results at places that only the code before the loop tells: what
 * the body itself reads is a pointer. The places are others in each execution. The results lie on
 * the stack, which is never shared. */
#include <stdio.h>
#include <stdlib.h>

enum { SIZE = 256, TIMES = 100 };

static int far_away;

struct place {
    int by, stride;
};

static unsigned long digest(const unsigned char *bytes, unsigned long sum)
{
    for (int i = 0; i < SIZE; i++)
        sum = sum * 31 + bytes[i];
    return sum;
}

static void by_parameter(unsigned char *bytes, int n, int k, int t)
{
    unsigned char *to = bytes + (k & 3);
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < n; i++)
        to[3 * i] = (unsigned char)(i + t);
}

static void by_local(unsigned char *bytes, int n, int k)
{
    const int by = k % 50;
    unsigned char *to = &bytes[by + 1];
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < n; i++)
        to[3 * i] += (unsigned char)i;
}

static void by_global(unsigned char *bytes, int n)
{
    unsigned char *to = bytes + far_away;
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < n; i++)
        to[i] = (unsigned char)(3 * i);
}

static void by_member(unsigned char *bytes, int n, const struct place *place)
{
    unsigned char *to = bytes + place->by;
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < n; i++)
        to[place->stride * i] = (unsigned char)i;
}

static void by_both(unsigned char *bytes, int n, int k, int m)
{
    unsigned char *row = bytes + 16 * (k & 7);
    unsigned char *to = row + (m & 15);
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < n; i++)
        to[4 * i] = (unsigned char)(k ^ i);
}

int main(void)
{
    unsigned char bytes[SIZE] = {0};
    unsigned long sum = 0;
    setenv("PPAR_STAY", "on", 1);
    setenv("PPAR_GATE", "on", 1); /* where they cannot stay */
    for (int t = 0; t < TIMES; t++) {
        far_away = t % 11;
        by_parameter(bytes, 60 + t % 5, t % 3, t); /* each is among the last one's places */
        by_local(bytes, 50 + t % 9, t % 5);
        by_global(bytes, 100 + t % 50);
        by_both(bytes, 20 + t % 8, t, t / 3);
        sum = digest(bytes, sum);
    }
    for (int t = 0; t < TIMES; t++) { /* this one's do not stay */
        struct place place = {t % 37, 1 + t % 3};
        by_member(bytes, 60, &place);
        sum = digest(bytes, sum);
    }
    printf("%lu\n", sum);
    return 0;
}
