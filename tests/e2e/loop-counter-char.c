/* Plain char counts letters. */
#include "show.h"

int main(void)
{
    int place[128];
    char name[128];

    FILL(place, 128, -1);
    FILL(name, 128, '.');
#pragma ppar for
    for (char c = 'a'; c <= 'z'; c++) {
        place[(int)c] = c - 'a';
        name[c - 'a'] = c;
    }
    SHOW("%d", place, 128);
    SHOW("%c", name, 128);
    return 0;
}
