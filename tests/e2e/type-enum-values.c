/* verdict: proven */
/* Arrays of an enumerated type. */
#include "show.h"

enum size { SMALL = -3, MEDIUM = 40, LARGE = 500 };

int main(void)
{
    enum size s[15];

    FILL(s, 15, MEDIUM);
#pragma ppar for
    for (int i = 1; i < 14; i++)
        s[i] = i < 5 ? SMALL : i < 10 ? MEDIUM : LARGE;
    SHOW("%d", (int *)s, 15);
    return 0;
}
