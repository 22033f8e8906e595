/* verdict: proven */
/* name(...), and several clauses with and without commas. */
#include "show.h"

int main(void)
{
    int a[20];

    FILL(a, 20, -1);
#pragma ppar for name("the first loop")
    for (int i = 1; i < 19; i++)
        a[i] = i;
#pragma ppar for name("quoted \"words\" and 100%"), workers(2), schedule(static), if (1)
    for (int i = 1; i < 19; i++)
        a[i] += i;
#pragma ppar for workers(3) name("no commas") schedule(dynamic, 2)
    for (int i = 1; i < 19; i++)
        a[i] += i;
    SHOW("%d", a, 20);
    return 0;
}
