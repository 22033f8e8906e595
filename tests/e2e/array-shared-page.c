/* verdict: proven */
/* Several small outputs and inputs side by side in one page, on the stack. */
#include "show.h"

int main(void)
{
    struct {
        char c1, a[7], c2;
        short b[5];
        char c3;
        int c[4];
        char c4;
    } s;

    s.c1 = '1', s.c2 = '2', s.c3 = '3', s.c4 = '4';
    FILL(s.a, 7, 'x');
    FILL(s.b, 5, -1);
    FILL(s.c, 4, -1);
#pragma ppar for
    for (int i = 0; i < 4; i++) {
        s.a[i + 1] = (char)('a' + i);
        s.b[i] = (short)i;
        s.c[3 - i] = i;
    }
    SHOW("%c", s.a, 7);
    SHOW("%d", s.b, 5);
    SHOW("%d", s.c, 4);
    printf("%c%c%c%c\n", s.c1, s.c2, s.c3, s.c4);
    return 0;
}
