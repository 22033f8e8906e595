/* The private clause: scratch whose value nobody needs, though it is written on some paths only. */
#include "show.h"

int main(void)
{
    int a[20], t[4];

    FILL(a, 20, -1);
#pragma ppar for private(t)
    for (int i = 1; i < 19; i++) {
        if (i % 2) {
            for (int k = 0; k < 4; k++)
                t[k] = i;
            a[i] = t[0] + t[3];
        } else {
            a[i] = i;
        }
    }
    SHOW("%d", a, 20);
    return 0;
}
