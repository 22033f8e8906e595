/* verdict: proven */
/* Unions: each iteration uses one member of its own. */
#include "show.h"

union number {
    int i;
    double d;
    char text[8];
};

int main(void)
{
    union number u[10];

    for (int i = 0; i < 10; i++)
        u[i].d = -1.0;
#pragma ppar for
    for (int i = 1; i < 9; i++) {
        if (i % 2) {
            u[i].d = 0.5 * i;
        } else {
            u[i].text[0] = 'n';
            u[i].text[1] = (char)('0' + i);
            u[i].text[2] = '\0';
        }
    }
    for (int i = 0; i < 10; i++) {
        if (i % 2 == 0 && i > 0 && i < 9)
            printf("%s ", u[i].text);
        else
            printf("%g ", u[i].d);
    }
    putchar('\n');
    return 0;
}
