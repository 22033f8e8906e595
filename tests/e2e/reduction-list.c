/* One clause with several variables. */
#include "show.h"

int main(void)
{
    int a = 0, b = 10, c = 0;

#pragma ppar for reduction(+ : a, b) reduction(max : c)
    for (int i = 0; i < 77; i++) {
        a += i;
        b += 2 * i;
        c = i * 7 % 77 > c ? i * 7 % 77 : c;
    }
    printf("%d %d %d\n", a, b, c);
    return 0;
}
