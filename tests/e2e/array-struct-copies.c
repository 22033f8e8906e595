/* verdict: proven */
/* Whole structs, with padding, copied to and from elsewhere. */
#include "show.h"

struct item {
    char c;
    double d;

    short x[3];
} v[12], w[12];

int main(void)
{
    for (int i = 0; i < 12; i++) {
        v[i] = (struct item){'a', i, {7, 8, 9}};
        w[i] = v[i];
    }
#pragma ppar for
    for (int i = 1; i < 11; i++)
        w[i] = v[11 - i];
#pragma ppar for
    for (int i = 0; i < 11; i++)
        v[i] = v[i + 1];
    for (int i = 0; i < 12; i++)
        printf("%c %g %d | %c %g %d\n", v[i].c, v[i].d, v[i].x[2], w[i].c, w[i].d, w[i].x[1]);
    return 0;
}
