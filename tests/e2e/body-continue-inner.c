/* verdict: proven */
/* continue and break of an inner loop or switch are no concern of the outer loop. */
#include "show.h"

int main(void)
{
    int a[20];

    FILL(a, 20, -1);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        int sum = 0;

        for (int k = 0; k < 100; k++) {
            if (k % 2)
                continue;
            if (k > i)
                break;
            sum += k;
        }
        switch (i % 3) {
        case 0:
            sum += 1000;
            break;
        case 1:
            sum += 2000; /* fall through */
        default:
            sum += 4000;
        }
        a[i] = sum;
    }
    SHOW("%d", a, 20);
    return 0;
}
