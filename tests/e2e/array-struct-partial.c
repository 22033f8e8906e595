/* verdict: proven */
/* One loop writes one member, the next loop another: what lies between stays. */
#include "show.h"

struct record {
    char tag;
    short s;
    char name[5];
    double value;
    char end;
};

static struct record r[10];

int main(void)
{
    for (int i = 0; i < 10; i++)
        r[i] = (struct record){'a', 100, "abcd", -1.0, 'z'};
#pragma ppar for
    for (int i = 1; i < 9; i++)
        r[i].s = (short)i;
#pragma ppar for
    for (int i = 1; i < 9; i++)
        r[i].name[2] = (char)('0' + i);
#pragma ppar for
    for (int i = 8; i > 0; i -= 2)
        r[i].end = 'Q';
    for (int i = 0; i < 10; i++)
        printf("%c %d %s %g %c\n", r[i].tag, r[i].s, r[i].name, r[i].value, r[i].end);
    return 0;
}
