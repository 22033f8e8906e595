/* verdict: guarded */
/* Pointers that go on. */
#include "show.h"

struct item {
    int a;
    double b;
};
static char text[2000];
static double x[500];
static struct item list[900];


static double *fill(const double *from, int n, double *to)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (from[i] > 0)
            *to++ = from[i];
    return to;
}

int main(void)
{
    char *p = text + 3;
    struct item *it = list;
    double out[700] = {0}, *e;
    for (int i = 0; i < 500; i++)
        x[i] = (i * 7919) % 1000 - 500;
#pragma ppar for
    for (int i = 0; i < 400; i++) {
        *p++ = (char)('a' + i % 26);
        if (i % 3 == 0) {
            *p = '.';
            p += 1;
        }
        if (i % 4) {
            it->a = i;
            it->b = -i;
            it++;
        }
    }
    e = fill(x, 500, out);
    printf("%d %d %d\n%s\n", (int)(p - text), (int)(it - list), (int)(e - out), text + 3);
    for (int i = 0; i < 700; i++)
        printf("%d %g %g\n", list[i].a, list[i].b, out[i]);
    e = fill(x + 10, 400, x); /* in place */
    printf("%d\n", (int)(e - x));
    SHOW("%g", x, 500);
    return 0;
}
