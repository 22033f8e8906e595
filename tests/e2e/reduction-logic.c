/* && and ||. The second operand is evaluated as often as it is serially: it has no effect. */
#include "show.h"

#include <stdbool.h>

int main(void)
{
    int x[40];
    int all = 1, any = 0, none = 1;
    bool found = false;

    for (int k = 0; k < 40; k++)
        x[k] = k * 7 % 40;
#pragma ppar for
    for (int k = 0; k < 40; k++) {
        all = all && x[k] < 40;
        any = any || x[k] == 13;
        none = none && x[k] != 13;
        found = found || x[k] > 100;
    }
    printf("%d %d %d %d\n", all, any, none, found);
    return 0;
}
