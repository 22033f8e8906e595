/* Loops whose headers alone would never end, or let the counter overflow: the body ends them. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static int x[400];

static int too_narrow(int n, int key)
{
    unsigned char i;
#pragma ppar for
    for (i = 3; i <= n; i++)
        if (x[i] == key)
            return i;
    return -1;
}

static int narrow_break(int n, int key)
{
    unsigned char i, last = 0;
#pragma ppar for
    for (i = 3; i < n; i++) {
        last = i;
        if (x[i] == key)
            break;
    }
    return i * 1000 + last;
}

static int standing(int n, int step, int key)
{
    int i, seen = -1;
#pragma ppar for
    for (i = 7; i < n; i += step) {
        seen = i;
        if (x[i] == key)
            break;
    }
    return i + 1000 * seen;
}

static int unequal(int n, int key)
{
    int i;
#pragma ppar for
    for (i = 0; i != n; i++)
        if (x[i] == key)
            break;
    return i;
}

static int whole_type(int key)
{
    int i;
#pragma ppar for
    for (i = 0; i <= INT_MAX; i++)
        if (x[i] == key)
            break;
    return i;
}

static long down(int key)
{
#pragma ppar for
    for (unsigned i = 399; i >= 0; i--)
        if (x[i] == key)
            return (long)i;
    return -1;
}

static unsigned steps(unsigned n, int key)
{
    unsigned i;
#pragma ppar for
    for (i = 1; i < n; i += 3)
        if (x[i] == key)
            break;
    return i;
}

static int sizes(int key)
{
    int i;
#pragma ppar for
    for (i = 0; i < (size_t)-1; i++)
        if (x[i] == key)
            break;
    return i;
}

int main(void)
{
    for (int i = 0; i < 400; i++)
        x[i] = 1000 - i;
    printf("%d %d %d\n", too_narrow(300, 900), too_narrow(20, 900), too_narrow(255, 998));
    printf("%d %d\n", narrow_break(300, 900), narrow_break(50, 900));
    printf("%d %d %d %d\n", standing(300, 0, 993), standing(300, 3, 900), standing(300, 3, 981),
           standing(300, -1, 997));
    printf("%d %d %d\n", unequal(-1, 900), unequal(20, 900), unequal(300, 900));
    printf("%d %ld %u %u %d\n", whole_type(700), down(700), steps(400, 900), steps(UINT_MAX, 900),
           sizes(700));
    return 0;
}
