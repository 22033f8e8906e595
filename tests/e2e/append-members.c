/* verdict: proven */
/* Elements that are written member by member. Members that are not written stay as they were. */
#include "show.h"

struct item {
    char kind;
    double value;
    int kept;
    short at[3];
};

static struct item list[300];
static double xs[300], ys[300];

int main(void)
{
    int n = 5;
    long points = 0;

    for (int i = 0; i < 300; i++)
        list[i] = (struct item){'-', -i, i, {1, 2, 3}};
#pragma ppar for
    for (int i = 0; i < 200; i++) {
        if (i * 31 % 5 == 0)
            continue;
        list[n].kind = 'a';
        list[n].at[2] = (short)i;
        list[n].value = i * 0.5;
        if (i % 2)
            list[n].kind = 'b';
        n++;
        if (i % 3 == 0) {
            xs[points] = i;
            ys[points++] = -i;
        } else {
            ys[points] = i;
            xs[points] = -i;
            points++;
        }
    }
    printf("%d %ld\n", n, points);
    for (int i = 0; i < 300; i++)
        printf("%c %g %d %d %d %d\n", list[i].kind, list[i].value, list[i].kept, list[i].at[0],
               list[i].at[1], list[i].at[2]);
    SHOW("%g", xs, 300);
    SHOW("%g", ys, 300);
    return 0;
}
