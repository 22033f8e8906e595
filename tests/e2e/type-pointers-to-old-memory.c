/* Results that point to memory from before the loop: addresses that are valid everywhere. */
#include "show.h"

static const char *const names[3] = {"zero", "one", "two"};
static int value[12];

int main(void)
{
    const char *text[12];
    int *place[12];

    for (int i = 0; i < 12; i++) {
        value[i] = i * i;
        text[i] = "-";
        place[i] = &value[0];
    }
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        text[i] = names[i % 3];
        place[i] = &value[11 - i];
    }
    for (int i = 0; i < 12; i++)
        printf("%s %d\n", text[i], *place[i]);
    return 0;
}
