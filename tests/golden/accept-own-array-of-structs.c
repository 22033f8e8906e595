/* Old names through an own array of structures. */
#include <stdlib.h>

struct point { double x, y; const char *name; };
static double out[10];
static const char *who[10];
static const char *const names[3] = {"a", "b", "c"};
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        struct point *p = calloc(3, sizeof *p);
        if (!p) abort();
        for (int k = 0; k < 3; k++) {
            p[k].x = i + k;
            p[k].y = p[k].x * 2;
            p[k].name = names[k];
        }
        out[i] = p[2].y;
        who[i] = p[1].name;
        free(p);
    }
    return (int)out[3] + (who[3] == names[1]);
}
