/* verdict: proven */
/* Structs that hold arrays, assigned as a whole and element by element. */
#include "show.h"

struct histogram {
    int count[4];
    char label[8];
};

int main(void)
{
    struct histogram h[8];

    for (int i = 0; i < 8; i++)
        h[i] = (struct histogram){{-1, -1, -1, -1}, "none"};
#pragma ppar for
    for (int i = 1; i < 7; i++) {
        for (int k = 0; k < 4; k++)
            h[i].count[k] = 10 * i + k;
        h[i].label[0] = (char)('A' + i);
    }
    for (int i = 0; i < 8; i++) {
        printf("%s:", h[i].label);
        SHOW("%d", h[i].count, 4);
    }
    return 0;
}
