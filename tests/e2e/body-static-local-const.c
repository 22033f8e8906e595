/* verdict: proven */
/* A static table in the body that nobody writes. */
#include "show.h"

int main(void)
{
    int a[14];

    FILL(a, 14, -1);
#pragma ppar for
    for (int i = 1; i < 13; i++) {
        static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

        a[i] = days[i - 1];
    }
    SHOW("%d", a, 14);
    return 0;
}
